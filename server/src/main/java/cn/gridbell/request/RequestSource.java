package cn.gridbell.request;

/** How a request came to be found. */
public enum RequestSource {
    SNAPSHOT,
    CHAT,
    PHONE,
    PATROL,
    VISIT,
    PROPERTY,
    SENTINEL,
    HOTLINE,
    OPEN311
}
