package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.Scene;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its courier holds it.
 *
 * @param fence         number of this claim
 * @param claimedUntil  end of the lease
 * @param unsure        a call was begun earlier and its answer never seen
 * @param channel       the one tried last
 * @param clientMsgId   the one used last
 * @param firstCalledAt first call with that id
 * @param lastCalledAt  last call at all
 * @param triedSince    first call at all
 * @param notBefore     the time it was planned for
 */
record Message(
        long id,
        Scene scene,
        SubjectKind subjectKind,
        long subjectId,
        Recipient.Kind personKind,
        long personId,
        Instant expiresAt,
        int attempts,
        long fence,
        @Nullable Instant claimedUntil,
        boolean unsure,
        @Nullable Channel channel,
        @Nullable String clientMsgId,
        @Nullable Instant firstCalledAt,
        @Nullable Instant lastCalledAt,
        @Nullable Instant triedSince,
        boolean templateBarred,
        boolean subscribeBarred,
        boolean chatBarred,
        Instant notBefore,
        Instant createdAt) {

    /**
     * How long a call may be repeated under its client_msg_id. The official account delivers one id once within ten minutes (模板消息接口,
     * client_msg_id); half a minute is left for clocks and the call itself.
     */
    static final Duration RESEND_WINDOW = Duration.ofMinutes(10).minusSeconds(30);

    /** How much later than a call a receipt for somebody else must have been made to say something about it. */
    static final Duration RECEIPTS_PASS = Duration.ofSeconds(90);

    private static final Duration LONGEST_DOUBT = Duration.ofHours(2);

    Recipient person() {
        return new Recipient(personKind, personId);
    }

    boolean barred(Channel channel) {
        return switch (channel) {
            case TEMPLATE -> templateBarred;
            case SUBSCRIBE -> subscribeBarred;
            case CHAT -> chatBarred;
        };
    }

    /** Whether a call whose answer was lost may be made again without showing the message twice. */
    boolean mayRepeat(Instant now) {
        return channel == Channel.TEMPLATE && withinWindow(now);
    }

    /**
     * What becomes of a message whose answer was lost and that may no longer be repeated under its id. WeChat makes a receipt seconds after it
     * took a message: if it has made receipts for others well after the last call and none came for this one, it did not take it, and it is
     * sent as if for the first time. Without such a sign it waits, and at last it stays unknown.
     *
     * @param heardAt when WeChat made the last receipt that arrived here
     */
    Doubt doubt(@Nullable Instant heardAt, Instant now) {
        Instant called = lastCalledAt;
        if (channel != Channel.TEMPLATE || called == null) {
            return Doubt.STAYS;
        }
        if (heardAt != null && !heardAt.isBefore(called.plus(RECEIPTS_PASS))) {
            return Doubt.CLEARED;
        }
        return now.isBefore(called.plus(LONGEST_DOUBT)) ? Doubt.WAITS : Doubt.STAYS;
    }

    /** See {@link #doubt}. */
    enum Doubt {
        CLEARED,
        WAITS,
        STAYS
    }

    /** As if it had never been called. */
    Message cleared() {
        return new Message(
                id,
                scene,
                subjectKind,
                subjectId,
                personKind,
                personId,
                expiresAt,
                attempts,
                fence,
                claimedUntil,
                false,
                null,
                null,
                null,
                null,
                triedSince,
                templateBarred,
                subscribeBarred,
                chatBarred,
                notBefore,
                createdAt);
    }

    /** The id for a call now: the former one as long as WeChat remembers it, so that no two calls can both be shown. */
    String clientMsgIdFor(Channel next, Instant now) {
        return clientMsgId != null && next == channel && withinWindow(now) ? clientMsgId : "gb" + id + "-" + fence;
    }

    /** When the id of {@link #clientMsgIdFor} was or is first used. */
    Instant firstCallFor(Channel next, Instant now) {
        return firstCalledAt != null && next == channel && withinWindow(now) ? firstCalledAt : now;
    }

    private boolean withinWindow(Instant now) {
        return firstCalledAt != null && now.isBefore(firstCalledAt.plus(RESEND_WINDOW));
    }

    /** Whether the claim still holds for a call that takes at most {@code longest}. */
    boolean leaseCovers(Instant now, Duration longest) {
        return claimedUntil != null && now.plus(longest).isBefore(claimedUntil);
    }
}
