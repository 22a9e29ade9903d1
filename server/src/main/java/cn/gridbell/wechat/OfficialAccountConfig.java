package cn.gridbell.wechat;

import java.util.Objects;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.jspecify.annotations.NullUnmarked;

/** WxJava's view of the official account: its token is whatever {@link AccessTokens} holds; WxJava never fetches, locks or repairs one. */
@NullUnmarked
final class OfficialAccountConfig extends WxMpDefaultConfigImpl {

    private static final long serialVersionUID = 1L;

    private final transient AccessTokens tokens;

    OfficialAccountConfig(WechatProperties properties, AccessTokens tokens, BoundedHttpClient client) {
        this.tokens = tokens;
        setAppId(properties.officialAccount().appId());
        setSecret(properties.officialAccount().secret());
        setHostConfig(WxMpHostConfig.builder()
                .apiHost(properties.apiHost().toString())
                .mpHost(WxMpHostConfig.MP_DEFAULT_HOST_URL)
                .openHost(WxMpHostConfig.OPEN_DEFAULT_HOST_URL)
                .build());
        setApacheHttpClientBuilder(client.asBuilder());
    }

    @Override
    public String getAccessToken() {
        return tokens.held(WechatApp.OFFICIAL_ACCOUNT);
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
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hash(getAppId());
    }

    @Override
    public String toString() {
        return "OfficialAccountConfig"; // the original prints the secret
    }
}
