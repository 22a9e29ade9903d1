package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.wechat.SendAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a claim ends.
 *
 * @param dueAt     for {@code QUEUED}: when it is tried again
 * @param unsure    whether a call may have been heard whose answer was not
 * @param barred    a channel not to be tried again
 * @param errorCode WeChat's errcode or one of the codes here, null for none
 * @param msgId     WeChat's id once it took the message
 * @param consent   what becomes of the consent the call spent
 */
record Settlement(
        MessageStatus status,
        Instant dueAt,
        boolean unsure,
        @Nullable Channel barred,
        @Nullable Integer errorCode,
        @Nullable String msgId,
        ConsentEnd consent) {

    /** errcode: the person did not consent, or the consent is used up (发送订阅消息). */
    static final int NOT_SUBSCRIBED = 43101;
    /** No answer came. */
    static final int NO_ANSWER = -99;
    /** The receipt says the person blocks the account. */
    static final int BLOCKED_BY_PERSON = -98;
    /** The receipt says the delivery failed. */
    static final int DELIVERY_FAILED = -97;
    /** The message could not be written. */
    static final int NOT_WRITTEN = -96;
    /** It stood in the queue when the database was backed up, and may have been sent since. */
    static final int RESTORED = -95;

    /** After the time in which a message may be repeated: how often it is looked whether WeChat took it after all. */
    static final Duration DOUBT_PAUSE = Duration.ofMinutes(1);

    /** What becomes of a spent consent. */
    enum ConsentEnd {
        KEEP_SPENT,
        GIVE_BACK,
        ZERO
    }

    /** When and how often a message is tried again. */
    interface Patience {

        /** @param attempts calls begun so far, at least 1 */
        Duration delay(int attempts);

        /** Whether a message that failed once more is given up. */
        boolean isOver(int attempts, Instant triedSince, Instant now);
    }

    /** An end without a call. */
    static Settlement end(MessageStatus status, Instant now) {
        return new Settlement(status, now, false, null, null, null, ConsentEnd.KEEP_SPENT);
    }

    /** Back to the queue without a call. */
    static Settlement later(Message message, Instant dueAt, @Nullable Integer errorCode) {
        return new Settlement(
                MessageStatus.QUEUED, dueAt, message.unsure(), null, errorCode, null, ConsentEnd.KEEP_SPENT);
    }

    /** What follows from WeChat's answer to a call. */
    static Settlement after(Message message, Channel channel, SendAnswer answer, Instant now, Patience patience) {
        return switch (answer.verdict()) {
            case ACCEPTED ->
                new Settlement(MessageStatus.SENT, now, false, null, null, answer.msgId(), ConsentEnd.KEEP_SPENT);
            case AGAIN -> again(message, answer.errorCode(), now, patience);
            case LASTING -> lasting(message, channel, answer.errorCode(), now);
            case QUOTA ->
                new Settlement(
                        MessageStatus.QUEUED, // its channel is shut now: another one, or midnight
                        now,
                        message.unsure(),
                        null,
                        answer.errorCode(),
                        null,
                        ConsentEnd.GIVE_BACK);
            case UNKNOWN -> unknown(message, channel, answer.errorCode(), now, patience);
        };
    }

    private static Settlement again(Message message, int errorCode, Instant now, Patience patience) {
        int attempts = message.attempts() + 1;
        Instant since = message.triedSince() == null ? now : message.triedSince();
        if (patience.isOver(attempts, since, now)) {
            MessageStatus end = message.unsure() ? MessageStatus.UNKNOWN : MessageStatus.DEAD;
            return new Settlement(end, now, message.unsure(), null, errorCode, null, ConsentEnd.GIVE_BACK);
        }
        Instant due = now.plus(patience.delay(attempts));
        return new Settlement(MessageStatus.QUEUED, due, message.unsure(), null, errorCode, null, ConsentEnd.GIVE_BACK);
    }

    /** The next channel may work; but not if this one may have worked before, unseen: that would show the message twice. */
    private static Settlement lasting(Message message, Channel channel, int errorCode, Instant now) {
        ConsentEnd consent = errorCode == NOT_SUBSCRIBED ? ConsentEnd.ZERO : ConsentEnd.GIVE_BACK;
        MessageStatus next = message.unsure() ? MessageStatus.UNKNOWN : MessageStatus.QUEUED;
        return new Settlement(next, now, message.unsure(), channel, errorCode, null, consent);
    }

    private static Settlement unknown(Message message, Channel channel, int errorCode, Instant now, Patience patience) {
        Instant due = now.plus(patience.delay(message.attempts() + 1));
        boolean repeatable = channel == Channel.TEMPLATE
                && due.isBefore(message.firstCallFor(channel, now).plus(Message.RESEND_WINDOW));
        Instant doubtful =
                message.firstCallFor(channel, now).plus(Message.RESEND_WINDOW).plus(DOUBT_PAUSE);
        return new Settlement(
                channel == Channel.TEMPLATE ? MessageStatus.QUEUED : MessageStatus.UNKNOWN,
                repeatable ? due : doubtful,
                true,
                null,
                errorCode,
                null,
                ConsentEnd.KEEP_SPENT);
    }

    boolean templateBarred() {
        return barred == Channel.TEMPLATE;
    }

    boolean subscribeBarred() {
        return barred == Channel.SUBSCRIBE;
    }

    boolean chatBarred() {
        return barred == Channel.CHAT;
    }
}
