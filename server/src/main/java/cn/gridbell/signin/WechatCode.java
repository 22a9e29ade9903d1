package cn.gridbell.signin;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Body of what brings a code from WeChat.
 *
 * @param code of {@code wx.login} or of the phone button; works once
 */
record WechatCode(
        @NotNull(message = "缺少微信授权码，请返回小程序重新点一次。") @PlainText(max = 128, message = "微信授权码无效，请返回小程序重新点一次。")
        String code) {

    /** Whoever reads it could use it. */
    @Override
    public String toString() {
        return "WechatCode[…]";
    }
}
