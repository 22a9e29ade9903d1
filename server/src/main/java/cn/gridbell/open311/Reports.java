package cn.gridbell.open311;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.request.OutsideReports;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What clients report, once each: by {@code Idempotency-Key}, or by the id the client gives it. */
@Service
class Reports {

    private final ReportBook book;
    private final OutsideReports requests;
    private final Validator validator;

    Reports(ReportBook book, OutsideReports requests, Validator validator) {
        this.book = book;
        this.requests = requests;
        this.validator = validator;
    }

    /** @throws GeoReportRefusal 400 */
    ReportAnswer submit(Open311ClientRow client, @Nullable IdempotencyKey key, PostedReport report) {
        List<String> wrong = validator.validate(report).stream()
                .map(violation -> nameOf(violation.getPropertyPath().toString()) + ": " + violation.getMessage())
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw GeoReportRefusal.invalid(wrong);
        }
        ReportAnswer before = key == null ? book.reported(client, report) : null;
        if (before != null) {
            return before;
        }
        try {
            return book.open(client, key, report, requests.takeNumber());
        } catch (DuplicateKeyException reportedMeanwhile) {
            ReportAnswer now = book.reported(client, report);
            if (now == null) {
                throw reportedMeanwhile;
            }
            return now;
        }
    }

    /** The last name of a path: {@code person.email}, {@code media_url[0].<list element>}. */
    private static String nameOf(String path) {
        return path.replaceFirst("\\[.*", "").replaceFirst(".*\\.", "");
    }
}
