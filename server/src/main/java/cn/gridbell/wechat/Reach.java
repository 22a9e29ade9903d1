package cn.gridbell.wechat;

/**
 * How a person can be reached.
 *
 * @param following   follows the official account and both openids are joined: template messages arrive
 * @param miniProgram known to the mini-program: subscribe messages can be sent if a consent is left
 * @param chatOpen    follows, and the chat window is open now with at least one message left: {@link Wechat#sendChat} has a chance
 */
public record Reach(boolean following, boolean miniProgram, boolean chatOpen) {}
