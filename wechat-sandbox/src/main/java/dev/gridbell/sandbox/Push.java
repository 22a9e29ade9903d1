package dev.gridbell.sandbox;

import java.util.Map;

/**
 * Something that happened and that an app's server is told.
 *
 * @param id number of the push, the same over all its tries
 * @param kind the app that is told
 * @param openId the person it is about
 * @param content the message before it is sealed; the same over all tries
 */
record Push(long id, AppKind kind, String openId, Map<String, Object> content) {
    /** Who it comes from, which the query of the push names too. */
    String sender() {
        return String.valueOf(content.get("FromUserName"));
    }

    /** Where a fault finds it. */
    String place() {
        return Fault.PUSH + ":" + event();
    }

    /** The event's name, or the kind of message. */
    String event() {
        return String.valueOf(content.getOrDefault("Event", content.get("MsgType")));
    }
}
