package dev.gridbell.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** What the sandbox saw, kept here as far as a checker needs it. To be read on while a run lasts; not thread-safe. */
final class Ledger {

    /** No sandbox ledger entry may leave before it was read. */
    static final class Overrun extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Overrun(long from, long to) {
            super("ledger entries " + from + " to " + to + " left before they were read: the run cannot be checked");
        }
    }

    /**
     * One message that WeChat took, other than words in a chat.
     *
     * @param number      the request or visit as the person reads it
     * @param receipt     what WeChat says became of it
     * @param repeated    answered as before and not shown again
     * @param clientMsgId empty on channels without
     */
    record Send(
            long seq,
            Instant at,
            String channel,
            String person,
            String templateId,
            String number,
            String msgId,
            String clientMsgId,
            String receipt,
            boolean repeated) {

        /** Whether somebody saw it. */
        boolean shown() {
            return !repeated && receipt.equals("success");
        }

        boolean isTemplate() {
            return channel.equals("TEMPLATE");
        }

        /** The row behind a {@code client_msg_id} of this server ({@code gb<id>-<fence>}), 0 if it has none. */
        long messageId() {
            int dash = clientMsgId.indexOf('-');
            return clientMsgId.startsWith("gb") && dash > 2 ? Long.parseLong(clientMsgId.substring(2, dash)) : 0;
        }
    }

    /**
     * Words of the official account in somebody's chat.
     *
     * @param passive said in the answer to a push (被动回复), not by a call
     */
    record Said(Instant at, String openId, String text, boolean passive) {}

    /** A token that was handed out. */
    record TokenCall(Instant at, String app, boolean forced) {}

    private final SandboxControls sandbox;
    private final List<Send> sends = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<TokenCall> tokens = new ArrayList<>();
    private long last;
    private long pushesUnderWay;
    private int pushesLost;

    Ledger(SandboxControls sandbox) {
        this.sandbox = sandbox;
    }

    List<Send> sends() {
        return Collections.unmodifiableList(sends);
    }

    /** What was said in chats, which is not in {@link #sends()}. */
    List<Said> said() {
        return Collections.unmodifiableList(said);
    }

    List<TokenCall> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    /** Pushes that never reached the server, by a fault or because nobody answered three times. */
    int pushesLost() {
        return pushesLost;
    }

    /** Takes over what is new. */
    Ledger read() throws IOException, InterruptedException {
        boolean more = true;
        while (more) {
            JsonNode page = sandbox.ledger(last);
            long oldest = page.path("oldest").asLong(0);
            if (oldest > last + 1) {
                throw new Overrun(last + 1, oldest - 1);
            }
            for (JsonNode item : page.path("items")) {
                take(item);
                last = item.path("seq").asLong(last);
            }
            more = page.path("more").asBoolean(false);
            pushesUnderWay = page.path("pushesUnderWay").asLong(0);
        }
        return this;
    }

    /** Reads until no push is on its way, at most that long. */
    Ledger readToTheEnd(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        read();
        while (pushesUnderWay > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            read();
        }
        return this;
    }

    private void take(JsonNode item) {
        Instant at = Instant.parse(text(item, "at"));
        switch (text(item, "kind")) {
            case "send" -> {
                if (text(item, "channel").equals("CHAT")) {
                    said.add(new Said(at, text(item, "openid"), text(item, "text"), false));
                } else {
                    sends.add(send(item, at));
                }
            }
            case "reply" -> said.add(new Said(at, text(item, "openid"), text(item, "text"), true));
            case "token" ->
                tokens.add(
                        new TokenCall(at, text(item, "app"), item.path("force").asBoolean(false)));
            case "push" -> pushesLost += text(item, "result").equals("ACCEPTED") ? 0 : 1;
            default -> {
                // sign-ins and the like are of no concern here
            }
        }
    }

    private static Send send(JsonNode item, Instant at) {
        String number = "";
        for (JsonNode field : item.path("fields")) {
            if (text(field, "key").equals("character_string1")) {
                number = text(field, "value");
            }
        }
        return new Send(
                item.path("seq").asLong(0),
                at,
                text(item, "channel"),
                text(item, "personId"),
                text(item, "templateId"),
                number,
                text(item, "msgid"),
                text(item, "clientMsgId"),
                item.path("receipt").asString("success"),
                item.path("deduplicated").asBoolean(false));
    }

    private static String text(JsonNode item, String name) {
        return item.path(name).asString("");
    }
}
