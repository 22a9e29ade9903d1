package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.channel.Channels;
import cn.gridbell.message.wording.Draft;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.OutgoingMessage;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Speaks on the ways to WeChat: takes a place, notes the call, makes it outside any transaction, writes down what came of it. */
@Component
class Lines {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    private final Wechat wechat;
    private final Channels channels;
    private final TemplateCatalogue catalogue;
    private final Outcomes outcomes;
    private final Clock clock;
    private final AtomicBoolean probing = new AtomicBoolean();

    Lines(Wechat wechat, Channels channels, TemplateCatalogue catalogue, Outcomes outcomes, Clock clock) {
        this.wechat = wechat;
        this.channels = channels;
        this.catalogue = catalogue;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What became of a try. */
    enum Try {
        /** The claim has ended, or was lost. */
        DONE,
        /** This way costs a consent and none is left for it. */
        NO_CONSENT,
        /** Too many are on this way, or it was shut a moment ago. */
        NOT_NOW
    }

    Try to(WechatPersonId person, Channel channel, Message message, Draft draft) throws InterruptedException {
        if (channels.enter(channel, message.scene().urgent()) != Channels.Entry.IN) {
            return Try.NOT_NOW;
        }
        @Nullable SendAnswer answer = null;
        Call call;
        try {
            call = callOn(channel, person, message, draft);
            switch (outcomes.begin(message, call)) {
                case NO_CONSENT -> {
                    return Try.NO_CONSENT;
                }
                case STALE -> {
                    return Try.DONE;
                }
                case BEGUN -> answer = say(call);
            }
        } finally {
            channels.leave(channel, answer);
        }
        outcomes.answered(message, call, java.util.Objects.requireNonNull(answer));
        return Try.DONE;
    }

    /** A short while, not the same for everybody. */
    Instant soon() {
        return clock.instant().plusMillis(between(200, 1000));
    }

    /** That time or a little after, so that not all come back at once. */
    Instant after(Instant time, Message message) {
        return time.plusMillis(message.scene().urgent() ? between(0, 2_000) : between(0, 20_000));
    }

    private static long between(long least, long most) {
        return ThreadLocalRandom.current().nextLong(least, most);
    }

    /** Asks WeChat whether it answers again, for each app for which it is time. */
    void probe() {
        if (!probing.compareAndSet(false, true)) {
            return;
        }
        try {
            for (WechatApp app : channels.toProbe()) {
                channels.probed(app, wechat.isAnswering(app));
            }
        } finally {
            probing.set(false);
        }
    }

    /** A call that breaks off may have been heard. */
    private SendAnswer say(Call call) {
        try {
            return switch (call.channel()) {
                case TEMPLATE -> wechat.sendTemplate(call.person(), call.message());
                case SUBSCRIBE -> wechat.sendSubscribe(call.person(), call.message());
                case CHAT ->
                    wechat.sendChat(
                            call.person(),
                            call.draft().title() + "\n" + call.draft().text());
            };
        } catch (RuntimeException e) {
            LOG.warn("a call on {} broke off: {}", call.channel(), Failures.describe(e));
            return new SendAnswer(SendAnswer.Verdict.UNKNOWN, null, Settlement.NO_ANSWER);
        }
    }

    private Call callOn(Channel channel, WechatPersonId person, Message message, Draft draft) {
        Instant now = clock.instant();
        OutgoingMessage outgoing = new OutgoingMessage(
                catalogue.templateId(message.scene(), channel.app()),
                draft.fieldsFor(channel.app()),
                draft.page(),
                message.clientMsgIdFor(channel, now));
        boolean keepLast = catalogue.sharesWithWeightier(message.scene());
        return new Call(channel, person, outgoing, draft, message.firstCallFor(channel, now), keepLast);
    }
}
