package cn.gridbell.open311;

import cn.gridbell.request.OutsideReports;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.published.PublishedRequest;
import cn.gridbell.request.published.PublishedRequests;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What clients say later about a request, once each by their own {@code update_id}. It is laid before staff and becomes public after a look; it
 * changes no state: whether something is solved is said by who works on it and by who lives with it.
 */
@Service
class Updates {

    private final ReportMapper reports;
    private final OutsideReports requests;
    private final PublishedRequests published;
    private final Validator validator;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Updates(
            ReportMapper reports,
            OutsideReports requests,
            PublishedRequests published,
            Validator validator,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.requests = requests;
        this.published = published;
        this.validator = validator;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return our id of the update, never one that reading updates shows
     * @throws GeoReportRefusal 400, 404
     */
    String hear(Open311ClientRow client, PostedUpdate update) {
        List<String> wrong = validator.validate(update).stream()
                .map(violation ->
                        Reports.nameOf(violation.getPropertyPath().toString()) + ": " + violation.getMessage())
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw GeoReportRefusal.invalid(wrong);
        }
        String updateId = Objects.requireNonNull(update.update_id());
        Long before = reports.findUpdate(client.id(), updateId);
        if (before != null) {
            return name(before);
        }
        RequestId request = requestOf(client, Objects.requireNonNull(update.service_request_id()));
        try {
            transaction.executeWithoutResult(done -> {
                reports.insertUpdate(client.id(), updateId, request.value(), clock.instant());
                requests.hear(request, words(client, update), ReportBook.pictures(update.media_url()));
            });
        } catch (DuplicateKeyException heardMeanwhile) {
            // The other call wrote it down; both are answered alike.
        }
        return name(Objects.requireNonNull(reports.findUpdate(client.id(), updateId)));
    }

    /** One that everybody sees, or one that this client reported. */
    private RequestId requestOf(Open311ClientRow client, String number) {
        return published
                .find(number)
                .map(PublishedRequest::id)
                .or(() -> java.util.Optional.ofNullable(own(client, number)))
                .orElseThrow(
                        () -> GeoReportRefusal.notFound("service_request_id was not found. 没有这个 service_request_id。"));
    }

    private @Nullable RequestId own(Open311ClientRow client, String number) {
        ReportRow report = reports.findByNumber(number);
        return report != null && report.clientId() == client.id() ? new RequestId(report.requestId()) : null;
    }

    private static String words(Open311ClientRow client, PostedUpdate update) {
        String status = Objects.requireNonNull(update.status()).toUpperCase(Locale.ROOT);
        String said = update.description();
        return "其他平台“" + client.name() + "”来信（对方标记的状态：" + status + "）：" + (said == null ? "未填写内容。" : said);
    }

    private static String name(long id) {
        return "in-" + id;
    }
}
