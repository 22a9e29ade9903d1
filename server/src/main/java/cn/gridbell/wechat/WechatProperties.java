package cn.gridbell.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.wechat}: whom to call and as whom. Secrets come from the environment only.
 *
 * @param apiHost      {@code https://api.weixin.qq.com}; the sandbox's address on one's own machine
 * @param connectLimit for connecting
 * @param readLimit    for each wait for more of an answer
 * @param wholeLimit   for a whole call, however slowly an answer drips
 */
@ConfigurationProperties("gridbell.wechat")
record WechatProperties(
        @DefaultValue(WechatProperties.REAL_HOST) URI apiHost,
        Account officialAccount,
        Account miniProgram,
        @DefaultValue("2s") Duration connectLimit,
        @DefaultValue("4s") Duration readLimit,
        @DefaultValue("8s") Duration wholeLimit) {

    static final String REAL_HOST = "https://api.weixin.qq.com";

    WechatProperties {
        String text = apiHost.toString();
        if (apiHost.getHost() == null || !text.startsWith("http") || text.endsWith("/")) {
            throw new IllegalArgumentException(
                    "gridbell.wechat.api-host: expected http[s]://host[:port], no slash at the end");
        }
        if (officialAccount == null || miniProgram == null) {
            throw new IllegalArgumentException(
                    "gridbell.wechat.official-account and gridbell.wechat.mini-program must be set");
        }
    }

    Account account(WechatApp app) {
        return switch (app) {
            case OFFICIAL_ACCOUNT -> officialAccount;
            case MINI_PROGRAM -> miniProgram;
        };
    }

    @Override
    public String toString() {
        return "WechatProperties[" + apiHost + ", " + officialAccount + ", " + miniProgram + "]";
    }

    /**
     * One app as the account platform shows it.
     *
     * @param appId  {@code wx…}
     * @param secret AppSecret; letters and digits, because it travels in URLs
     */
    record Account(String appId, String secret) {

        private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{8,64}");

        Account {
            if (secret == null || !SECRET.matcher(secret).matches()) {
                throw new IllegalArgumentException("gridbell.wechat.….secret: expected " + SECRET);
            }
        }

        @Override
        public String toString() {
            return appId;
        }
    }
}
