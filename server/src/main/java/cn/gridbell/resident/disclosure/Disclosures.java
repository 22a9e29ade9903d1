package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows phones and doors in plain. Each look is written down in the transaction that opens the value; if it cannot be written nothing is shown. Who
 * looks again is written down again: no look is answered from a stored answer, for that would keep the phone in plain.
 */
@Service
public class Disclosures {

    private final DisclosureMapper disclosures;
    private final Residents residents;
    private final DisclosureProperties settings;
    private final Clock clock;

    Disclosures(DisclosureMapper disclosures, Residents residents, DisclosureProperties settings, Clock clock) {
        this.disclosures = disclosures;
        this.residents = residents;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws PhoneNotBound 409; not counted
     * @throws TooManyReveals 429
     * @throws cn.gridbell.resident.ResidentNotFound 404
     */
    @Transactional
    public PlainPhone phone(Look look) {
        if (!residents.require(look.resident()).phoneBound()) {
            throw new PhoneNotBound();
        }
        write(look, Revealed.PHONE);
        return new PlainPhone(residents
                .phoneOf(look.resident())
                .orElseThrow(PhoneNotBound::new)
                .digits());
    }

    /** @throws TooManyReveals 429 @throws cn.gridbell.resident.ResidentNotFound 404 */
    @Transactional
    public HouseholdView door(Look look, HouseholdId household) {
        write(look, Revealed.DOOR);
        return residents.requireHousehold(household);
    }

    /** Who looked at what of this resident, newest first. */
    @Transactional(readOnly = true)
    public Page<Disclosure> of(ResidentId resident, PageRequest page) {
        List<Disclosure> rows = disclosures.of(resident.value(), page.from(Cursor.NEWEST), page.fetch());
        return Page.of(rows, page.size(), row -> new Cursor(row.at(), row.id()), row -> row);
    }

    private void write(Look look, Revealed what) {
        Instant now = clock.instant();
        LocalDate today = WorkCalendar.dayOf(now);
        disclosures.open(look.staffId(), today);
        if (disclosures.take(look.staffId(), today, settings.mostADay()) == 0) {
            Instant midnight = today.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
            throw new TooManyReveals(
                    settings.mostADay(),
                    Math.max(1, Duration.between(now, midnight).toSeconds()));
        }
        disclosures.insert(
                look.resident().value(),
                look.staffId(),
                what,
                look.why().reason(),
                look.why().purpose().strip(),
                look.about(),
                now);
    }
}
