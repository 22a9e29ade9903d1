package cn.gridbell.open311;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.security.Caller;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Name, phone and e-mail of people who reported through another platform: sealed, read for a purpose only, erased in the end. */
@Service
class ReportContacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReportMapper reports;
    private final FieldCipher cipher;
    private final Clock clock;

    ReportContacts(ReportMapper reports, FieldCipher cipher, Clock clock) {
        this.reports = reports;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** @param purpose is written down with the reader. @throws ReportNotFound 404 */
    @Transactional
    PostedReport.Person read(Caller caller, String number, String purpose) {
        ReportRow report = find(number);
        byte[] sealed = report == null ? null : report.contact();
        if (report == null || sealed == null) {
            throw new ReportNotFound();
        }
        reports.contactRead(report.id(), caller.requireStaffId(), purpose.strip(), clock.instant());
        return JSON.readValue(cipher.open(ReportBook.place(number), sealed), PostedReport.Person.class);
    }

    /** At the person's request; the request itself stays. @throws ReportNotFound 404, also if there is nothing to erase */
    @Transactional
    void erase(String number) {
        ReportRow report = find(number);
        if (report == null || report.contact() == null) {
            throw new ReportNotFound();
        }
        reports.eraseContact(report.id());
    }

    private @Nullable ReportRow find(String number) {
        return number.matches("[!-~]{1,24}") ? reports.findByNumber(number) : null;
    }

    /** Erases those that were kept long enough. */
    @Transactional
    int eraseOld() {
        return reports.eraseOldContacts(clock.instant());
    }

    /** The daily look at what was kept long enough. */
    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        RecurringTask<Void> eraseOldOpen311Contacts(ReportContacts contacts) {
            return Tasks.recurring("open311-erase-contacts", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((instance, context) -> {
                        int gone;
                        do {
                            gone = contacts.eraseOld();
                        } while (gone == 1000);
                    });
        }
    }
}
