package cn.gridbell.wechat;

import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import org.jspecify.annotations.NullUnmarked;

/** WxJava's view of the mini-program: its token is whatever {@link AccessTokens} holds; WxJava never fetches, locks or repairs one. */
@NullUnmarked
final class MiniProgramConfig extends WxMaDefaultConfigImpl {

    private final transient AccessTokens tokens;

    MiniProgramConfig(WechatProperties properties, AccessTokens tokens, BoundedHttpClient client) {
        this.tokens = tokens;
        setAppid(properties.miniProgram().appId());
        setSecret(properties.miniProgram().secret());
        setApiHostUrl(properties.apiHost().toString());
        setApacheHttpClientBuilder(client.asBuilder());
    }

    @Override
    public String getAccessToken() {
        return tokens.held(WechatApp.MINI_PROGRAM);
    }

    @Override
    public boolean isAccessTokenExpired() {
        return false;
    }

    @Override
    public void expireAccessToken() {
        // the caller does what is to be done
    }

    @Override
    public boolean autoRefreshToken() {
        return false;
    }

    @Override
    public String toString() {
        return "MiniProgramConfig"; // the original prints the secret, or throws
    }
}
