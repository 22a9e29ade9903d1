package cn.gridbell.staff;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.Phone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings the stored accounts and duties to what a street's files say. */
@Component
class StaffRoster {

    private static final String PHONE = "staff_member.phone";
    private static final int ROWS_A_STATEMENT = 500;

    private final StaffRosterMapper roster;
    private final FieldCipher cipher;
    private final Clock clock;

    StaffRoster(StaffRosterMapper roster, FieldCipher cipher, Clock clock) {
        this.roster = roster;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * A member's duty.
     *
     * @param staffId of the member
     * @param gridId  a territory of any level
     */
    record Duty(long staffId, long gridId) {}

    /**
     * Everybody by number. Who is stored and not among them leaves: no rights, no phone, no WeChat binding. Whose phone changed must bind the
     * new one before they have staff rights again.
     */
    void take(Map<String, StaffEntry> everybody) {
        Map<String, StaffRosterMapper.Known> known = new HashMap<>();
        roster.known().forEach(row -> known.put(row.number(), row));
        List<StaffRosterMapper.Entry> arriving = new ArrayList<>();
        List<StaffRosterMapper.Entry> staying = new ArrayList<>();
        for (StaffEntry entry : everybody.values()) {
            StaffRosterMapper.Known before = known.remove(entry.number());
            StaffRosterMapper.Entry row = seal(entry);
            if (before == null) {
                arriving.add(row);
            } else {
                staying.add(row);
                if (!Arrays.equals(before.phoneIndex(), row.phoneIndex())) {
                    roster.unbind(before.id());
                }
            }
        }
        known.values().forEach(gone -> roster.leave(gone.id()));
        staying.forEach(roster::update);
        for (int from = 0; from < arriving.size(); from += ROWS_A_STATEMENT) {
            roster.insertAll(arriving.subList(from, Math.min(arriving.size(), from + ROWS_A_STATEMENT)));
        }
    }

    /** Ids of the active accounts by number. */
    Map<String, Long> ids() {
        Map<String, Long> ids = new HashMap<>();
        roster.known().stream().filter(StaffRosterMapper.Known::active).forEach(row -> ids.put(row.number(), row.id()));
        return ids;
    }

    /** All duties there are from now on; one that goes on keeps its beginning. */
    void assign(Collection<Duty> duties) {
        Set<Duty> before = new HashSet<>(roster.duties());
        before.stream().filter(duty -> !duties.contains(duty)).forEach(roster::endDuty);
        List<Duty> added =
                duties.stream().filter(duty -> !before.contains(duty)).toList();
        for (int from = 0; from < added.size(); from += ROWS_A_STATEMENT) {
            roster.insertDuties(added.subList(from, Math.min(added.size(), from + ROWS_A_STATEMENT)), clock.instant());
        }
    }

    private StaffRosterMapper.Entry seal(StaffEntry entry) {
        Phone publicPhone = entry.publicPhone();
        return new StaffRosterMapper.Entry(
                entry.number(),
                entry.name(),
                cipher.seal(
                        new FieldCipher.Place(PHONE, entry.number()),
                        entry.phone().digits()),
                cipher.index(StaffMembers.PHONE_INDEX, entry.phone().digits()),
                StaffMemberRow.namesOf(entry.roles()),
                entry.photoUrl(),
                publicPhone == null ? null : seal(entry.number(), publicPhone));
    }

    private byte[] seal(String number, Phone publicPhone) {
        return cipher.seal(new FieldCipher.Place(StaffMembers.PUBLIC_PHONE, number), publicPhone.digits());
    }
}
