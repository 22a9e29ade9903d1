package cn.gridbell.message.channel;

import cn.gridbell.wechat.WechatApp;

/** A way to a person's phone, best first. The inbox is none: everything stands there. */
public enum Channel {
    /** 模板消息 of the official account; repeated under one client_msg_id it is shown once. */
    TEMPLATE(WechatApp.OFFICIAL_ACCOUNT),
    /** 订阅消息 of the mini-program; costs a consent. */
    SUBSCRIBE(WechatApp.MINI_PROGRAM),
    /** 客服消息 of the official account, within 48 hours after the person wrote; has no receipts. */
    CHAT(WechatApp.OFFICIAL_ACCOUNT);

    private final WechatApp app;

    Channel(WechatApp app) {
        this.app = app;
    }

    public WechatApp app() {
        return app;
    }

    /** The channel whose receipts an app pushes. */
    public static Channel receiptedBy(WechatApp app) {
        return switch (app) {
            case OFFICIAL_ACCOUNT -> TEMPLATE;
            case MINI_PROGRAM -> SUBSCRIBE;
        };
    }
}
