package cn.gridbell.visit.outbox;

import cn.gridbell.platform.Problem;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what was written down: each item is kept first, then whatever of its visit can be worked is worked in the order of a day. So the order of arrival makes
 * no difference, and an item that comes again finds its answer.
 */
@Component
class Outbox {

    private static final Duration OLDEST = Duration.ofHours(72);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    static final Duration KEPT = Duration.ofDays(7);

    private final OutboxMapper items;
    private final OutboxWork work;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(
            OutboxMapper items,
            OutboxWork work,
            FieldCipher cipher,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.work = work;
        this.cipher = cipher;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How an item stands.
     *
     * @param type   of the refusal
     * @param detail why it was refused, in Chinese
     */
    record Answer(
            String clientId,
            OutboxState state,
            @Nullable String type,
            @Nullable String detail) {}

    /** Not inside a transaction: each item has its own. */
    List<Answer> take(Caller caller, List<OutboxItem> sent) {
        StaffId member = new StaffId(caller.requireStaffId());
        sent.forEach(item -> keep(member, item));
        sent.forEach(item -> workOn(member, item));
        List<Answer> answers = new ArrayList<>();
        for (OutboxItem item : sent) {
            OutboxRow row = items.find(member.value(), item.clientId());
            if (row != null) {
                answers.add(answer(row, hash(item)));
            }
        }
        return answers;
    }

    private static Answer answer(OutboxRow row, byte[] hash) {
        return MessageDigest.isEqual(row.bodyHash(), hash)
                ? new Answer(row.clientId(), row.state(), row.problem(), row.detail())
                : new Answer(
                        row.clientId(),
                        OutboxState.REFUSED,
                        "urn:problem:visit:outbox-id-reused",
                        "同一编号已提交过其他内容，请更新小程序后重试。");
    }

    private void keep(StaffId member, OutboxItem item) {
        Instant now = clock.instant();
        OutboxRow row = new OutboxRow(
                member.value(),
                item.clientId(),
                item.visitId() == null ? null : item.visitId().value(),
                item.kind(),
                item.kind().ordinal(),
                hash(item),
                cipher.seal(place(member, item.clientId()), json.writeValueAsString(item)),
                OutboxState.WAITING,
                null,
                null,
                item.at().isAfter(now) ? now : item.at(),
                now);
        try {
            transaction.executeWithoutResult(status -> items.insert(row));
        } catch (DuplicateKeyException e) {
            return; // delivered before: it has been worked, or waits
        }
        if (item.at().isBefore(now.minus(OLDEST))) {
            refuse(row, "urn:problem:visit:outbox-too-old", "这条记录已超过72小时，不能再自动补记，请联系网格长补登。");
        } else if (item.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            refuse(row, "urn:problem:visit:outbox-from-the-future", "手机时间比实际时间快，请校准后重新登记。");
        }
    }

    /** Whatever of the same visit waits is tried too: it may have rested on this one. */
    private void workOn(StaffId member, OutboxItem item) {
        if (item.visitId() == null) {
            OutboxRow row = items.find(member.value(), item.clientId());
            if (row != null && row.state() == OutboxState.WAITING) {
                settle(member, row);
            }
            return;
        }
        for (OutboxRow row : items.waiting(member.value(), item.visitId().value())) {
            settle(member, row);
        }
    }

    private void settle(StaffId member, OutboxRow row) {
        byte[] body = row.body();
        if (body == null) {
            return;
        }
        OutboxItem item = json.readValue(cipher.open(place(member, row.clientId()), body), OutboxItem.class);
        try {
            BooleanSupplier step = work.step(member, item, row.at());
            transaction.executeWithoutResult(status -> {
                OutboxRow locked = items.lock(member.value(), row.clientId());
                if (locked != null && locked.state() == OutboxState.WAITING && step.getAsBoolean()) {
                    items.settle(member.value(), row.clientId(), OutboxState.APPLIED, null, null);
                }
            });
        } catch (Problem no) {
            refuse(row, no.type().toString(), no.detail());
        }
    }

    private void refuse(OutboxRow row, String type, String detail) {
        transaction.executeWithoutResult(
                status -> items.settle(row.memberId(), row.clientId(), OutboxState.REFUSED, type, detail));
    }

    void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        while (Boolean.TRUE.equals(transaction.execute(status -> items.forget(before) == 1_000))) {
            // as many again
        }
    }

    private byte[] hash(OutboxItem item) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(item).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldCipher.Place place(StaffId member, String clientId) {
        return new FieldCipher.Place("visit_outbox_item.body", member + "|" + clientId);
    }
}
