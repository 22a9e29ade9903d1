package dev.gridbell.sandbox;

/** An answer with an {@code errcode} other than 0. */
final class WechatRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    WechatRefusal(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static WechatRefusal invalidOpenId() {
        return new WechatRefusal(40003, "invalid openid");
    }

    static WechatRefusal blacklisted() {
        return new WechatRefusal(43019, "require remove blacklist");
    }

    static WechatRefusal invalidTemplate() {
        return new WechatRefusal(40037, "invalid template_id");
    }

    static WechatRefusal invalidArgument(String field) {
        return new WechatRefusal(47003, "argument invalid! data." + field + ".value invalid");
    }
}
