package cn.gridbell.wechat;

/** The two apps of one street. */
public enum WechatApp {
    /** 公众号. */
    OFFICIAL_ACCOUNT,
    /** 小程序. */
    MINI_PROGRAM
}
