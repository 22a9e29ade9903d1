package dev.gridbell.sandbox;

/** Answers one path of the WeChat API. */
@FunctionalInterface
interface Endpoint {
    /**
     * @return an ordered map for JSON, or a {@link File}
     * @throws WechatRefusal for any other {@code errcode} than 0
     */
    Object answer(ApiCall call);

    /** Whose token a path wants. */
    enum Needs {
        NO_TOKEN,
        ANY_TOKEN,
        OFFICIAL_ACCOUNT,
        MINI_PROGRAM
    }

    /** An answer that is no JSON. */
    record File(byte[] content, String contentType, String name) {}
}
