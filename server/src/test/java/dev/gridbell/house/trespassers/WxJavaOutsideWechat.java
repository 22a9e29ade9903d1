package dev.gridbell.house.trespassers;

import me.chanjar.weixin.common.error.WxErrorException;

/** Knows WxJava outside the room that may. */
final class WxJavaOutsideWechat {

    private WxJavaOutsideWechat() {}

    static int code(WxErrorException failure) {
        return failure.getError().getErrorCode();
    }
}
