package dev.gridbell.sandbox;

/** How a push is protected (消息加解密方式). */
public enum PushMode {
    /** 明文模式: readable, only {@code signature}. */
    PLAIN,
    /** 兼容模式: readable fields and {@code Encrypt} side by side. */
    COMPAT,
    /** 安全模式: only {@code Encrypt}. */
    SAFE
}
