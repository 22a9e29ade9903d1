package cn.gridbell.wechat;

import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.util.http.HttpType;
import me.chanjar.weixin.common.util.http.RequestHttp;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import org.apache.http.HttpHost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.NullUnmarked;

/** The calls that need no access token, so that they work while there is none: {@code stable_token} and {@code jscode2session}. */
final class TokenlessCalls {

    private final Wire wire;
    private final String host;

    TokenlessCalls(BoundedHttpClient client, String host) {
        this.wire = new Wire(client);
        this.host = host;
    }

    String get(String path, String query) throws Exception {
        return SimpleGetRequestExecutor.create(wire).execute(host + path, query, WxType.MiniApp);
    }

    String post(String path, String json) throws Exception {
        return SimplePostRequestExecutor.create(wire).execute(host + path, json, WxType.MiniApp);
    }

    @NullUnmarked
    private record Wire(CloseableHttpClient client) implements RequestHttp<CloseableHttpClient, HttpHost> {

        @Override
        public CloseableHttpClient getRequestHttpClient() {
            return client;
        }

        @Override
        public HttpHost getRequestHttpProxy() {
            return null;
        }

        @Override
        public HttpType getRequestType() {
            return HttpType.APACHE_HTTP;
        }
    }
}
