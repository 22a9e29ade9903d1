package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The doors of the street, sealed; one row for one door. */
@Component
class Households {

    private static final String DOOR = "household.door";
    private static final String ADDRESS_KEY = "household.address_key";
    private static final int ROWS_A_STATEMENT = 500;

    private final HouseholdMapper households;
    private final GridHintMapper hints;
    private final FieldCipher cipher;
    private final Clock clock;

    Households(HouseholdMapper households, GridHintMapper hints, FieldCipher cipher, Clock clock) {
        this.households = households;
        this.hints = hints;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The household behind a door, kept from now on if it was not known. */
    HouseholdId at(Door door, GridId grid) {
        HouseholdRow row = seal(door, grid);
        Long known = households.findByAddress(row.addressKey());
        if (known == null) {
            households.insertMissing(List.of(row), clock.instant());
            known = households.findByAddress(row.addressKey());
        }
        if (known == null) {
            throw new IllegalStateException("a household was neither stored nor found");
        }
        return new HouseholdId(known);
    }

    /** As a row to be kept with {@link #keepAll}. */
    HouseholdRow seal(Door door, GridId grid) {
        byte[] key = cipher.index(ADDRESS_KEY, door.identity(grid));
        return new HouseholdRow(0, key, cipher.seal(place(key), door.text()), grid.value());
    }

    /** Keeps the doors that are not known yet; a known one stays as it is. */
    void keepAll(List<HouseholdRow> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            households.insertMissing(
                    rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)), clock.instant());
        }
    }

    Optional<HouseholdView> find(HouseholdId id) {
        return Optional.ofNullable(view(households.find(id.value())));
    }

    /** Opens every door of the grid: some hundreds. */
    List<HouseholdView> in(GridId grid) {
        return households.inGrid(grid.value()).stream().map(this::opened).toList();
    }

    Optional<HouseholdView> ofResident(ResidentId id) {
        return Optional.ofNullable(view(households.findByResident(id.value())));
    }

    /** Keeps which grid's code a person scanned last. */
    void hint(WechatPersonId person, GridId grid, Instant at) {
        if (hints.find(person.value()) == null) {
            hints.insert(person.value(), grid.value(), at);
        }
        hints.replace(person.value(), grid.value(), at);
    }

    Optional<GridId> hintFor(WechatPersonId person) {
        return Optional.ofNullable(hints.find(person.value())).map(GridId::new);
    }

    private @Nullable HouseholdView view(@Nullable HouseholdRow row) {
        return row == null ? null : opened(row);
    }

    private HouseholdView opened(HouseholdRow row) {
        Door door = Door.ofText(cipher.open(place(row.addressKey()), row.door()));
        return new HouseholdView(
                new HouseholdId(row.id()),
                door.address(),
                door.building(),
                door.unit(),
                door.room(),
                new GridId(row.gridId()));
    }

    private static FieldCipher.Place place(byte[] addressKey) {
        return new FieldCipher.Place(DOOR, HexFormat.of().formatHex(addressKey));
    }
}
