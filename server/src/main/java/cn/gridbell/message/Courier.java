package cn.gridbell.message;

import cn.gridbell.message.wording.Draft;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.OutgoingMessage;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries one claimed message: writes it, chooses the channel, notes the call, calls WeChat outside any transaction and writes down what came
 * of it.
 */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Composer composer;
    private final TemplateCatalogue catalogue;
    private final AddressBook people;
    private final Lines lines;
    private final Outcomes outcomes;
    private final Clock clock;

    Courier(
            Composer composer,
            TemplateCatalogue catalogue,
            AddressBook people,
            Lines lines,
            Outcomes outcomes,
            Clock clock) {
        this.composer = composer;
        this.catalogue = catalogue;
        this.people = people;
        this.lines = lines;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Never throws: what cannot be written down is found again when the lease ends, and a call that was begun then counts as unsure. */
    void carry(Message message) {
        Written written;
        try {
            written = composer.write(message);
        } catch (RuntimeException e) {
            outcomes.notWritten(message, e);
            return;
        }
        try {
            deliver(message, written);
        } catch (RuntimeException e) {
            // The class only: messages of exceptions may carry what people wrote.
            LOG.warn("message {} waits for its lease: {}", message.id(), Failures.describe(e));
        }
    }

    private void deliver(Message message, Written written) {
        Instant now = clock.instant();
        Draft draft = written.draft();
        if (draft == null) {
            outcomes.end(message, lost(message, written.end()), null);
        } else if (message.unsure() && !message.mayRepeat(now)) {
            outcomes.end(message, MessageStatus.UNKNOWN, draft);
        } else if (!now.isBefore(message.expiresAt()) || !now.isBefore(written.until())) {
            outcomes.end(message, lost(message, MessageStatus.EXPIRED), draft);
        } else {
            send(message, draft);
        }
    }

    /** What may have been heard does not become unsaid. */
    private static MessageStatus lost(Message message, MessageStatus end) {
        return message.unsure() ? MessageStatus.UNKNOWN : end;
    }

    private void send(Message message, Draft draft) {
        Optional<WechatPersonId> person = people.wechatOf(message.person());
        if (person.isPresent()) {
            for (Channel channel : lines.to(person.get(), message)) {
                Call call = callOn(channel, person.get(), message, draft);
                if (trySend(message, call)) {
                    return;
                }
            }
        }
        outcomes.end(message, lost(message, MessageStatus.COULD_NOT_TELL), draft);
    }

    /** False if this channel needs a consent and none is left. */
    private boolean trySend(Message message, Call call) {
        Instant parked = lines.parkedUntil(call.channel(), clock.instant());
        if (parked != null) {
            outcomes.later(message, parked, call.draft());
            return true;
        }
        return switch (outcomes.begin(message, call)) {
            case NO_CONSENT -> false;
            case STALE -> true;
            case BEGUN -> {
                outcomes.answered(message, call, lines.say(call));
                yield true;
            }
        };
    }

    private Call callOn(Channel channel, WechatPersonId person, Message message, Draft draft) {
        Instant now = clock.instant();
        OutgoingMessage outgoing = new OutgoingMessage(
                catalogue.templateId(message.scene(), channel.app()),
                draft.fields(),
                draft.page(),
                message.clientMsgIdFor(channel, now));
        return new Call(channel, person, outgoing, draft, message.firstCallFor(channel, now));
    }
}
