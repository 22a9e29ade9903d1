package cn.gridbell.wechat;

import java.time.Instant;

/** A person follows the official account (again). */
public record WechatFollowed(WechatPersonId person, Instant at) {}
