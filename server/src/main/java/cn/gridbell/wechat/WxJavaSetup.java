package cn.gridbell.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceHttpClientImpl;
import cn.gridbell.platform.redis.SharedCache;
import java.time.Clock;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpClientImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** One service object per app, over one HTTP client. WxJava's own retries are off: what to try again is decided above. */
@Configuration(proxyBeanMethods = false)
class WxJavaSetup {

    @Bean(destroyMethod = "close")
    BoundedHttpClient wechatHttpClient(WechatProperties properties) {
        return new BoundedHttpClient(properties.connectLimit(), properties.readLimit(), properties.wholeLimit());
    }

    @Bean
    TokenlessCalls tokenlessCalls(BoundedHttpClient client, WechatProperties properties) {
        return new TokenlessCalls(client, properties.apiHost().toString());
    }

    @Bean
    AccessTokens accessTokens(
            TokenlessCalls calls, WechatProperties properties, SharedCache shared, JsonMapper json, Clock clock) {
        return new AccessTokens(calls, properties, shared, json, clock);
    }

    @Bean
    WxMaService miniProgram(WechatProperties properties, AccessTokens tokens, BoundedHttpClient client) {
        WxMaServiceHttpClientImpl service = new WxMaServiceHttpClientImpl();
        service.setWxMaConfig(new MiniProgramConfig(properties, tokens, client));
        service.setMaxRetryTimes(0);
        return service;
    }

    @Bean
    WxMpService officialAccount(WechatProperties properties, AccessTokens tokens, BoundedHttpClient client) {
        OneTryMpService service = new OneTryMpService();
        service.setWxMpConfigStorage(new OfficialAccountConfig(properties, tokens, client));
        service.setMaxRetryTimes(0);
        return service;
    }

    /** With no retries left the original throws away WeChat's errcode -1; one plain try keeps it. */
    private static final class OneTryMpService extends WxMpServiceHttpClientImpl {

        @Override
        public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
            return executeInternal(executor, uri, data, true);
        }
    }
}
