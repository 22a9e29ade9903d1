package cn.gridbell.message;

import cn.gridbell.wechat.WechatApp;

/** A way to a person's phone. The inbox is none: everything stands there. */
enum Channel {
    /** 模板消息 of the official account. */
    TEMPLATE(WechatApp.OFFICIAL_ACCOUNT),
    /** 订阅消息 of the mini-program; costs a consent. */
    SUBSCRIBE(WechatApp.MINI_PROGRAM);

    private final WechatApp app;

    Channel(WechatApp app) {
        this.app = app;
    }

    WechatApp app() {
        return app;
    }

    static Channel of(WechatApp app) {
        return switch (app) {
            case OFFICIAL_ACCOUNT -> TEMPLATE;
            case MINI_PROGRAM -> SUBSCRIBE;
        };
    }
}
