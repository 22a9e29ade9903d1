package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.consent.Consents;
import cn.gridbell.message.wording.Draft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.json.JsonMapper;

/** The courier's book: each entry is one short transaction, and an old claim writes nothing into a message. */
@Component
class Desk {

    private static final int LOOK_AHEAD = 4;

    private final MessageMapper messages;
    private final Consents consents;
    private final Receipts receipts;
    private final ApplicationEventPublisher facts;
    private final JsonMapper json;
    private final Clock clock;

    Desk(
            MessageMapper messages,
            Consents consents,
            Receipts receipts,
            ApplicationEventPublisher facts,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.consents = consents;
        this.receipts = receipts;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a call may be made. */
    enum Start {
        BEGUN,
        /** Nothing was written. */
        NO_CONSENT,
        /** The claim is an old one; nothing was written. */
        STALE
    }

    /** Writes down that no receipt came in time. @return how many */
    @Transactional
    public List<SentRow> closeUnconfirmed(Instant before, int most) {
        List<Long> ids = messages.lockUnconfirmed(before, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        messages.unconfirmed(ids, clock.instant());
        return ids.stream()
                .map(messages::sent)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Puts back what was claimed by a courier that did not come back. */
    @Transactional
    public int takeBackLapsed() {
        Instant now = clock.instant();
        List<Long> lapsed = messages.lockLapsed(now);
        if (!lapsed.isEmpty()) {
            messages.takeBack(lapsed, now);
        }
        return lapsed.size();
    }

    /**
     * Claims what is due, urgent ones first.
     *
     * @param lease how long the claim holds
     */
    @Transactional
    public List<Message> claim(int most, Duration lease) {
        Instant now = clock.instant();
        List<Long> ids = new ArrayList<>(lockDue(true, now, most));
        if (ids.size() < most) {
            ids.addAll(lockDue(false, now, most - ids.size()));
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        messages.claim(ids, now.plus(lease));
        return messages.read(ids);
    }

    /** Looks at more than it takes, so that two couriers who look at once both find work. */
    private List<Long> lockDue(boolean urgent, Instant now, int most) {
        List<Long> due = messages.due(urgent, now, most * LOOK_AHEAD);
        return due.isEmpty() ? due : messages.lock(due, most);
    }

    /** Notes a call before it is made, and spends the consent it costs. */
    @Transactional
    public Start begin(Message message, Call call) {
        Instant now = clock.instant();
        String templateId = call.message().templateId();
        int begun = messages.begin(new CallRow(
                message.id(),
                message.fence(),
                call.channel(),
                call.channel().app().name(),
                templateId,
                json.writeValueAsString(call.message().fields()),
                call.message().clientMsgId(),
                call.firstCalledAt(),
                call.person().value(),
                call.draft().title(),
                call.draft().text(),
                now));
        if (begun == 0) {
            return Start.STALE;
        }
        if (call.channel() == Channel.SUBSCRIBE
                && !consents.spend(call.person(), templateId, message.id(), call.keepLast())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Start.NO_CONSENT;
        }
        return Start.BEGUN;
    }

    /**
     * Ends a claim without a call.
     *
     * @param draft what stands in the inbox from now on, null to leave it
     */
    @Transactional
    public boolean end(Message message, Settlement settlement, @Nullable Draft draft) {
        if (draft != null) {
            messages.write(message.id(), message.fence(), draft.title(), draft.text());
        }
        return settle(message, settlement);
    }

    /** Ends a claim after a call. A stale claim leaves only the id WeChat gave, so that its receipt is understood. */
    @Transactional
    public boolean end(Message message, Settlement settlement, Call call) {
        if (settlement.msgId() != null) {
            receipts.expect(call.channel().app(), settlement.msgId(), message.id());
        }
        boolean settled = settle(message, settlement);
        if (settled && call.channel() == Channel.SUBSCRIBE) {
            endConsent(message, settlement, call);
        }
        receipts.applyEarly(message.id());
        return settled;
    }

    private void endConsent(Message message, Settlement settlement, Call call) {
        String templateId = call.message().templateId();
        switch (settlement.consent()) {
            case KEEP_SPENT -> {}
            case GIVE_BACK -> consents.giveBack(call.person(), templateId, message.id());
            case ZERO -> consents.zero(call.person(), templateId, message.id());
        }
    }

    private boolean settle(Message message, Settlement settlement) {
        Instant now = clock.instant();
        boolean settled = messages.settle(message.id(), message.fence(), settlement, now) == 1;
        boolean undeliverable =
                settlement.status() == MessageStatus.COULD_NOT_TELL || settlement.status() == MessageStatus.DEAD;
        if (settled && undeliverable) {
            facts.publishEvent(new MessageUndeliverable(new MessageId(message.id()), now));
        }
        return settled;
    }
}
