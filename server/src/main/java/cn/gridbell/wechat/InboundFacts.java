package cn.gridbell.wechat;

import cn.gridbell.wechat.WechatConsentChanged.Choice;
import cn.gridbell.wechat.WechatReceiptArrived.Result;
import cn.gridbell.wechat.inbound.Door;
import cn.gridbell.wechat.inbound.InboundLetter;
import cn.gridbell.wechat.inbound.InboundReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns letters into this room's facts, published inside the transaction that marks the letter as done. */
@Component
class InboundFacts implements InboundReader {

    private static final Runnable NOTHING = () -> {};
    private static final String SCENE = "qrscene_";

    private final WechatCalls calls;
    private final WechatPeople people;
    private final ChatWindows windows;
    private final ApplicationEventPublisher facts;
    private final OtherLetters others;

    InboundFacts(
            WechatCalls calls,
            WechatPeople people,
            ChatWindows windows,
            ApplicationEventPublisher facts,
            OtherLetters others) {
        this.calls = calls;
        this.people = people;
        this.windows = windows;
        this.facts = facts;
        this.others = others;
    }

    @Override
    public Runnable read(InboundLetter letter) {
        return switch (letter.door()) {
            case OFFICIAL_ACCOUNT -> {
                Runnable rest = readOfficial(letter);
                yield () -> {
                    windows.hear(letter);
                    rest.run();
                };
            }
            case MINI_PROGRAM -> readMini(letter);
        };
    }

    private Runnable readOfficial(InboundLetter letter) {
        return switch (letter.kind()) {
            case "event.subscribe" -> follow(letter);
            case "event.unsubscribe" -> unfollow(letter);
            case "event.TEMPLATESENDJOBFINISH" ->
                receipt(
                        letter,
                        letter.text("MsgID"),
                        templateResult(letter.text("Status").orElse("")));
            case "text" -> heard(letter, person -> new WechatMessageReceived(person, letter.id(), letter.at()));
            case "voice", "video", "shortvideo", "link" ->
                heard(letter, person -> new WechatPostReceived(person, letter.id(), letter.at()));
            case "event.SCAN" -> tapped(letter, WechatScanned::new);
            case "event.CLICK" -> tapped(letter, WechatClicked::new);
            case "image" -> heard(letter, person -> new WechatPictureReceived(person, letter.id(), letter.at()));
            case "location" -> heard(letter, person -> new WechatPlaceReceived(person, letter.id(), letter.at()));
            default -> others.read(letter);
        };
    }

    private Runnable readMini(InboundLetter letter) {
        return switch (letter.kind()) {
            case "event.subscribe_msg_popup_event" -> consents(letter, "SubscribeMsgPopupEvent", true);
            case "event.subscribe_msg_change_event" -> consents(letter, "SubscribeMsgChangeEvent", false);
            case "event.subscribe_msg_sent_event" -> sent(letter);
            default -> others.read(letter);
        };
    }

    private Runnable follow(InboundLetter letter) {
        Follower follower = follower(letter);
        if (follower == null) {
            return NOTHING;
        }
        WechatPersonId person = people.byOfficial(follower.openId(), follower.unionId());
        return () -> {
            if (follower.following() && people.follows(person, true, letter.at())) {
                facts.publishEvent(new WechatFollowed(person, sceneOf(letter), letter.id(), letter.at()));
            }
        };
    }

    private Runnable unfollow(InboundLetter letter) {
        return letter.sender()
                .flatMap(people::findByOfficial)
                .<Runnable>map(person -> () -> {
                    if (people.follows(person, false, letter.at())) {
                        facts.publishEvent(new WechatUnfollowed(person, letter.at()));
                    }
                })
                .orElse(NOTHING);
    }

    /** The scene of the code that a new follower scanned. */
    private static @Nullable String sceneOf(InboundLetter letter) {
        return letter.text("EventKey")
                .filter(key -> key.startsWith(SCENE) && key.length() > SCENE.length())
                .map(key -> key.substring(SCENE.length()))
                .orElse(null);
    }

    private interface Tap {
        Object fact(WechatPersonId person, String key, long inboundId, Instant at);
    }

    private Runnable tapped(InboundLetter letter, Tap tap) {
        return letter.text("EventKey")
                .map(key -> heard(letter, person -> tap.fact(person, key, letter.id(), letter.at())))
                .orElse(NOTHING);
    }

    private Runnable heard(InboundLetter letter, Function<WechatPersonId, Object> fact) {
        Optional<WechatPersonId> known = letter.sender().flatMap(people::findByOfficial);
        if (known.isEmpty()) { // follows since before this server existed
            Follower follower = follower(letter);
            if (follower == null) {
                return NOTHING;
            }
            known = Optional.of(people.byOfficial(follower.openId(), follower.unionId()));
        }
        WechatPersonId person = known.get();
        return () -> {
            // Only followers can write and tap, whatever became of the event that should have said so.
            people.follows(person, true, letter.at());
            facts.publishEvent(fact.apply(person));
        };
    }

    /** @param following as WeChat says now, which may be later than the letter */
    private record Follower(String openId, @Nullable String unionId, boolean following) {}

    /** Asks {@code user/info}: the only way to a follower's unionid. Null if the letter names nobody. */
    private @Nullable Follower follower(InboundLetter letter) {
        String openId = letter.sender().orElse(null);
        if (openId == null || !openId.matches("[A-Za-z0-9_-]{1,64}")) {
            return null;
        }
        try {
            JsonNode answer = calls.asOfficialAccount(
                    "user/info",
                    service -> service.get(WxMpApiUrl.User.USER_INFO_URL, "openid=" + openId + "&lang=zh_CN"));
            String unionId = answer.path("unionid").asString("");
            return new Follower(
                    openId,
                    unionId.isEmpty() ? null : unionId,
                    answer.path("subscribe").asInt(1) == 1);
        } catch (CallFailed e) {
            if (NOT_ALLOWED.contains(e.code())) {
                return new Follower(openId, null, true); // an account that may not ask: the two apps stay unjoined
            }
            throw new TryLater();
        }
    }

    /** 40003 no such openid, 48001 the account may not ask. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(40003, 48001);

    private Runnable consents(InboundLetter letter, String wrapper, boolean fromPopup) {
        Optional<String> sender = letter.sender();
        if (sender.isEmpty()) {
            return NOTHING;
        }
        WechatPersonId person = people.byMini(sender.get(), null);
        List<JsonNode> entries = letter.entries(wrapper);
        return () -> {
            for (JsonNode entry : entries) {
                Optional<Choice> choice =
                        InboundLetter.textOf(entry, "SubscribeStatusString").flatMap(InboundFacts::choice);
                Optional<String> template = InboundLetter.textOf(entry, "TemplateId");
                if (choice.isPresent() && template.isPresent()) {
                    facts.publishEvent(new WechatConsentChanged(
                            person, template.get(), choice.get(), fromPopup, letter.id(), letter.at()));
                }
            }
        };
    }

    private static Optional<Choice> choice(String status) {
        return switch (status) {
            case "accept" -> Optional.of(Choice.ACCEPT);
            case "reject" -> Optional.of(Choice.REJECT);
            case "ban" -> Optional.of(Choice.BAN);
            default -> Optional.empty();
        };
    }

    private Runnable sent(InboundLetter letter) {
        List<JsonNode> entries = letter.entries("SubscribeMsgSentEvent");
        return () -> entries.forEach(entry -> receipt(
                        letter,
                        InboundLetter.textOf(entry, "MsgID"),
                        subscribeResult(InboundLetter.textOf(entry, "ErrorCode").orElse("")))
                .run());
    }

    private Runnable receipt(InboundLetter letter, Optional<String> msgId, Result result) {
        WechatApp app = letter.door() == Door.MINI_PROGRAM ? WechatApp.MINI_PROGRAM : WechatApp.OFFICIAL_ACCOUNT;
        WechatPersonId person = letter.sender()
                .flatMap(app == WechatApp.MINI_PROGRAM ? people::findByMini : people::findByOfficial)
                .orElse(null);
        return () -> msgId.ifPresent(
                id -> facts.publishEvent(new WechatReceiptArrived(app, person, id, result, letter.at())));
    }

    /** {@code success}, {@code failed:user block}, {@code failed: system failed}: WeChat is not sure about the space. */
    private static Result templateResult(String status) {
        String plain = status.replace(" ", "").toLowerCase(Locale.ROOT);
        if (plain.equals("success")) {
            return Result.DELIVERED;
        }
        return plain.equals("failed:userblock") ? Result.BLOCKED_BY_PERSON : Result.FAILED;
    }

    private static Result subscribeResult(String errorCode) {
        return switch (errorCode) {
            case "0" -> Result.DELIVERED;
            case "43101", "43004" -> Result.BLOCKED_BY_PERSON;
            default -> Result.FAILED;
        };
    }
}
