package cn.gridbell.wechat;

/**
 * How a person can be reached.
 *
 * @param following   follows the official account and both openids are joined: template messages arrive
 * @param miniProgram known to the mini-program: subscribe messages can be sent if a consent is left
 */
public record Reach(boolean following, boolean miniProgram) {}
