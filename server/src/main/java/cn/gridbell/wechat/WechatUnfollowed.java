package cn.gridbell.wechat;

import java.time.Instant;

/** A person no longer follows the official account. */
public record WechatUnfollowed(WechatPersonId person, Instant at) {}
