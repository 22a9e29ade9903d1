package cn.gridbell.open311;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.request.OutsideReports;
import jakarta.servlet.http.Part;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What clients report, once each: by {@code Idempotency-Key}, or by the id the client gives it. */
@Service
class Reports {

    private final ReportBook book;
    private final OutsideReports requests;
    private final Photos photos;
    private final Validator validator;

    Reports(ReportBook book, OutsideReports requests, Photos photos, Validator validator) {
        this.photos = photos;
        this.book = book;
        this.requests = requests;
        this.validator = validator;
    }

    /**
     * @param files pictures that were sent along; if the report is not taken they belong to nothing and are swept
     * @throws GeoReportRefusal 400
     * @throws cn.gridbell.photo.PhotoRefused 400 if a file is no picture, or too large
     */
    ReportAnswer submit(Open311ClientRow client, @Nullable IdempotencyKey key, PostedReport report, List<Part> files) {
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
            return book.open(client, key, report, kept(client, files), requests.takeNumber());
        } catch (DuplicateKeyException reportedMeanwhile) {
            ReportAnswer now = book.reported(client, report);
            if (now == null) {
                throw reportedMeanwhile;
            }
            return now;
        }
    }

    private List<PhotoId> kept(Open311ClientRow client, List<Part> files) {
        return files.stream()
                .map(file -> {
                    try (InputStream bytes = file.getInputStream()) {
                        return photos.keepFor(client.id(), bytes);
                    } catch (IOException unreadable) {
                        throw GeoReportRefusal.invalid("The upload cannot be read. 上传的内容无法读取。");
                    }
                })
                .toList();
    }

    /** The last name of a path: {@code person.email}, {@code media_url[0].<list element>}. */
    static String nameOf(String path) {
        return path.replaceFirst("\\[.*", "").replaceFirst(".*\\.", "");
    }
}
