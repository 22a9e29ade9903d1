package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A made-up person with a phone. Every method holds the person's own lock, so their counts are exact under any load. */
final class Person {
    private static final int MESSAGES_KEPT = 2_000;
    private static final int REMEMBERED = 2_000;
    private static final Duration CLIENT_ID_WINDOW = Duration.ofMinutes(10);

    private final String id;
    private final String nickname;
    private final String phone;
    private final Map<AppKind, String> openIds;
    private final String unionId;

    private final Deque<PhoneMessage> messages = new ArrayDeque<>();
    private final Map<String, Consent> consents = new LinkedHashMap<>();
    private final Map<String, Delivery> byClientId = new RecentMap<>(REMEMBERED);
    private final Map<String, Boolean> seen = new RecentMap<>(REMEMBERED);
    private final Map<AppKind, ChatWindow> chats = Map.of(
            AppKind.OFFICIAL_ACCOUNT, ChatWindow.of(AppKind.OFFICIAL_ACCOUNT),
            AppKind.MINI_PROGRAM, ChatWindow.of(AppKind.MINI_PROGRAM));
    private boolean following;
    private boolean blocking;
    private boolean blacklisted;
    private String sessionKey = "";
    private int risk;
    private Instant followedAt = Instant.EPOCH;
    private Instant visitedAt;

    Person(String id, String nickname, String phone, String seed, Instant now) {
        this.id = id;
        this.nickname = nickname;
        this.phone = phone;
        this.openIds = Map.of(
                AppKind.OFFICIAL_ACCOUNT,
                Randoms.openId("oa|" + seed),
                AppKind.MINI_PROGRAM,
                Randoms.openId("mp|" + seed));
        this.unionId = Randoms.openId("union|" + seed);
        this.visitedAt = now;
    }

    /** What a person allowed for one template. */
    record Consent(int count, boolean longTerm) {}

    /** An accepted send and when it was. */
    private record Delivery(long msgid, Instant at) {}

    String id() {
        return id;
    }

    String nickname() {
        return nickname;
    }

    String phone() {
        return phone;
    }

    String unionId() {
        return unionId;
    }

    String openId(AppKind kind) {
        return openIds.getOrDefault(kind, "");
    }

    synchronized boolean following() {
        return following;
    }

    synchronized boolean blocking() {
        return blocking;
    }

    synchronized void block(boolean on) {
        blocking = on;
    }

    synchronized boolean blacklisted() {
        return blacklisted;
    }

    /** The account put the person on its black list, or took them off. */
    synchronized void blacklist(boolean on) {
        blacklisted = on;
    }

    /** The key of the last login, empty before the first. */
    synchronized String sessionKey() {
        return sessionKey;
    }

    /** A login: what was sealed with the key before is closed for good. */
    synchronized String renewSession() {
        sessionKey = Randoms.sessionKey();
        return sessionKey;
    }

    /** 0 (nothing known) to 4 (bad), as {@code getuserriskrank} gives it. */
    synchronized int risk() {
        return risk;
    }

    synchronized void risk(int rank) {
        risk = rank;
    }

    synchronized Instant followedAt() {
        return followedAt;
    }

    /** Follows; false if the person already did. */
    synchronized boolean follow(Instant now) {
        chat(AppKind.OFFICIAL_ACCOUNT).tapped(now);
        if (following) {
            return false;
        }
        following = true;
        followedAt = now;
        return true;
    }

    /** Unfollows; false if the person did not follow. */
    synchronized boolean unfollow() {
        boolean was = following;
        following = false;
        chat(AppKind.OFFICIAL_ACCOUNT).close();
        return was;
    }

    /** Closed the account: that app has nothing of this person any more. */
    synchronized void leave(AppKind kind) {
        chat(kind).close();
        if (kind == AppKind.OFFICIAL_ACCOUNT) {
            following = false;
        } else {
            consents.clear();
        }
    }

    /** Tapped the menu or opened the chat. */
    synchronized void tapped(AppKind kind, Instant now) {
        chat(kind).tapped(now);
    }

    synchronized void said(AppKind kind, PhoneMessage message, Instant now) {
        chat(kind).said(now);
        show(message);
    }

    /** Uses up one customer-service message of that app, or says 45015, 45047. */
    synchronized void spendChat(AppKind kind, Instant now) {
        chat(kind).spend(now);
    }

    synchronized void visited(Instant now) {
        visitedAt = now;
    }

    synchronized Instant visitedAt() {
        return visitedAt;
    }

    /** Takes an accept: one more message, or messages for ever. */
    synchronized void accept(Template template) {
        Consent old = consents.getOrDefault(template.id(), new Consent(0, false));
        consents.put(
                template.id(),
                template.type() == Template.Type.LONG_TERM
                        ? new Consent(old.count, true)
                        : new Consent(old.count + 1, old.longTerm));
    }

    /** Takes everything back that was allowed for a template. */
    synchronized void withdraw(String templateId) {
        consents.put(templateId, new Consent(0, false));
    }

    /** Uses one consent up, or says 43101; never below zero. */
    synchronized void spendConsent(String templateId) {
        Consent consent = consents.getOrDefault(templateId, new Consent(0, false));
        if (consent.longTerm) {
            return;
        }
        if (consent.count == 0) {
            throw new WechatRefusal(43101, "user refuse to accept the msg");
        }
        consents.put(templateId, new Consent(consent.count - 1, false));
    }

    /** The message number that was given for this client_msg_id within the last ten minutes, else 0. */
    synchronized long answered(String clientMsgId, Instant now) {
        Delivery earlier = byClientId.get(clientMsgId);
        return earlier == null || !earlier.at.plus(CLIENT_ID_WINDOW).isAfter(now) ? 0 : earlier.msgid;
    }

    synchronized void remember(String clientMsgId, long msgid, Instant now) {
        byClientId.put(clientMsgId, new Delivery(msgid, now));
    }

    /** Whether the same thing has already been shown to this person. */
    synchronized boolean repeats(String what) {
        return seen.put(what, true) != null;
    }

    synchronized void show(PhoneMessage message) {
        messages.addLast(message);
        if (messages.size() > MESSAGES_KEPT) {
            messages.removeFirst();
        }
    }

    synchronized List<PhoneMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized Map<String, Object> describe() {
        return Json.object(
                "id", id,
                "nickname", nickname,
                "phone", phone,
                "unionId", unionId,
                "miniProgramOpenId", openId(AppKind.MINI_PROGRAM),
                "officialAccountOpenId", openId(AppKind.OFFICIAL_ACCOUNT),
                "following", following,
                "blocking", blocking,
                "messages", messages.size(),
                "consents", new LinkedHashMap<>(consents));
    }

    private ChatWindow chat(AppKind kind) {
        return Objects.requireNonNull(chats.get(kind));
    }
}
