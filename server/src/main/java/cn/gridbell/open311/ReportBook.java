package cn.gridbell.open311;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.request.OutsidePictures;
import cn.gridbell.request.OutsideReceipt;
import cn.gridbell.request.OutsideReport;
import cn.gridbell.request.OutsideReports;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The key, the request and what is known of the reporting person stand or fall together. */
@Component
class ReportBook {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReportMapper reports;
    private final OutsideReports requests;
    private final IdempotencyKeys keys;
    private final FieldCipher cipher;
    private final Open311Properties settings;
    private final Clock clock;

    ReportBook(
            ReportMapper reports,
            OutsideReports requests,
            IdempotencyKeys keys,
            FieldCipher cipher,
            Open311Properties settings,
            Clock clock) {
        this.reports = reports;
        this.requests = requests;
        this.keys = keys;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /** What this client was told when it reported this before; null if it did not, or does not say what it calls it. */
    @Transactional(readOnly = true)
    @Nullable
    ReportAnswer reported(Open311ClientRow client, PostedReport report) {
        String externalId = report.externalId();
        ReportRow row = externalId == null ? null : reports.findByExternalId(client.id(), externalId);
        return row == null ? null : new ReportAnswer(row.requestNumber(), row.token(), null);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the client reported this before */
    @Transactional
    ReportAnswer open(
            Open311ClientRow client,
            @Nullable IdempotencyKey key,
            PostedReport report,
            List<PhotoId> pictures,
            String number) {
        IdempotencyKeys.What what = new IdempotencyKeys.What("open311-report", report);
        return keys.onceFor(-client.id(), key, what, ReportAnswer.class, () -> {
            OutsideReceipt receipt = requests.report(
                    new OutsideReport(
                            report.service_code(),
                            Objects.requireNonNullElse(report.description(), "（对方未填写描述）"),
                            report.place(),
                            report.address_string(),
                            report.address_id(),
                            report.answers(),
                            remarks(client, report)),
                    new OutsidePictures(client.id(), pictures),
                    number);
            Instant now = clock.instant();
            String token = settings.batchServices().contains(report.service_code()) ? newToken() : null;
            boolean nobody = report.person().isNobody();
            reports.insert(
                    new ReportRow(
                            0,
                            client.id(),
                            receipt.id().value(),
                            number,
                            token,
                            nobody ? null : cipher.seal(place(number), JSON.writeValueAsString(report.person())),
                            nobody ? null : now.plus(settings.contactKept()),
                            now),
                    report.externalId());
            return new ReportAnswer(number, token, "应于 " + W3cTime.of(receipt.dueAt()) + " 前办结。");
        });
    }

    static FieldCipher.Place place(String number) {
        return new FieldCipher.Place("open311_report.contact", number);
    }

    private static List<String> remarks(Open311ClientRow client, PostedReport report) {
        List<String> remarks = new ArrayList<>(List.of("由其他平台“" + client.name() + "”代为提交。"));
        remarks.addAll(pictures(report.media_url()));
        return remarks;
    }

    /** Where the other platform keeps pictures, for staff. */
    static List<String> pictures(List<String> addresses) {
        return addresses.stream().map(address -> "其他平台的附图：" + address).toList();
    }

    private static String newToken() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
