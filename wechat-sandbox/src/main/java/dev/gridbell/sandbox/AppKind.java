package dev.gridbell.sandbox;

/** Which of the two WeChat apps of the sandbox is meant. */
public enum AppKind {
    /** 公众号 (service account): template messages, chat. */
    OFFICIAL_ACCOUNT,
    /** 小程序: sign-in, subscribe messages, content checks. */
    MINI_PROGRAM
}
