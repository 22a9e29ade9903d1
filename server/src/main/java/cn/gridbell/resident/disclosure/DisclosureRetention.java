package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked is kept for three years, as long as other records of how personal information was handled. */
@Component
class DisclosureRetention implements Expiring {

    private final DisclosureMapper disclosures;

    DisclosureRetention(DisclosureMapper disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public String name() {
        return "disclosures";
    }

    @Override
    public int usualDays() {
        return 1095;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        disclosures.forgetDays(WorkCalendar.dayOf(before));
        return disclosures.forget(before, most);
    }
}
