package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.channel.Channels;
import cn.gridbell.message.preference.Preferences;
import cn.gridbell.message.wording.Weight;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.Reach;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses the ways a message takes: template message to who follows, else a subscribe message if a consent is left, else the chat while its
 * window is open.
 *
 * <ul>
 *   <li>An urgent message takes the best way that is open now.
 *   <li>Any other waits for its best way while that is shut and will open in time: it does not spend a consent or a word of the chat on
 *       what can wait.
 *   <li>A minor one never uses the chat.
 * </ul>
 */
@Component
class Routes {

    private final AddressBook people;
    private final Wechat wechat;
    private final Channels channels;
    private final Preferences preferences;

    Routes(AddressBook people, Wechat wechat, Channels channels, Preferences preferences) {
        this.people = people;
        this.wechat = wechat;
        this.channels = channels;
        this.preferences = preferences;
    }

    /** @param usefulUntil from then on nothing is worth sending */
    Route of(Message message, Instant usefulUntil) {
        if (!wanted(message)) {
            return Route.nowhere(MessageStatus.MUTED);
        }
        Optional<WechatPersonId> person = people.wechatOf(message.person());
        if (person.isEmpty()) {
            return Route.nowhere(MessageStatus.COULD_NOT_TELL);
        }
        List<Channel> candidates = candidates(message, wechat.reachOf(person.get()));
        return sorted(message, person.get(), candidates, usefulUntil);
    }

    /** When the last receipt of a channel was made that arrived here. */
    @Nullable
    Instant heardAt(Channel channel) {
        return channels.heardAt(channel);
    }

    private boolean wanted(Message message) {
        return message.personKind() != Recipient.Kind.RESIDENT
                || message.unsure()
                || preferences.wants(
                        new ResidentId(message.personId()), message.scene().topic());
    }

    /** A call that is repeated stays on its channel. */
    private static List<Channel> candidates(Message message, Reach reach) {
        if (message.unsure() && message.channel() != null) {
            return List.of(message.channel());
        }
        List<Channel> candidates = new ArrayList<>();
        if (reach.following()) {
            candidates.add(Channel.TEMPLATE);
        }
        if (reach.miniProgram()) {
            candidates.add(Channel.SUBSCRIBE);
        }
        if (reach.chatOpen() && message.scene().weight() != Weight.MINOR) {
            candidates.add(Channel.CHAT);
        }
        candidates.removeIf(message::barred);
        return candidates;
    }

    private Route sorted(Message message, WechatPersonId person, List<Channel> candidates, Instant usefulUntil) {
        boolean urgent = message.scene().urgent();
        List<Channel> open = new ArrayList<>();
        Instant later = null;
        for (Channel channel : candidates) {
            Instant shutUntil = channels.shutUntil(channel, urgent);
            if (shutUntil == null) {
                open.add(channel);
                continue;
            }
            boolean inTime = shutUntil.isBefore(usefulUntil);
            if (inTime && (later == null || shutUntil.isBefore(later))) {
                later = shutUntil;
            }
            if (inTime && !urgent) {
                break;
            }
        }
        return new Route(person, open, later, ending(message));
    }

    /** Somebody is asked to telephone, unless it is a minor matter and nothing was open from the start. */
    private static MessageStatus ending(Message message) {
        boolean minor = message.scene().weight() == Weight.MINOR && message.attempts() == 0;
        return minor ? MessageStatus.INBOX_ONLY : MessageStatus.COULD_NOT_TELL;
    }
}
