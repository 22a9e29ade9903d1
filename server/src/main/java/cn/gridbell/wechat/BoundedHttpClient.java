package cn.gridbell.wechat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client all calls to WeChat go through. It verifies certificates against the JVM's trust store, follows no redirects (a token
 * must not travel), repeats nothing by itself (a message must not be sent twice), and cuts a call off at its whole limit, because a read limit
 * alone lets a dripping answer hold a thread for ever.
 */
final class BoundedHttpClient extends CloseableHttpClient {

    private static final int CONNECTIONS_PER_HOST = 32;
    private static final int POOL_WAIT_MILLIS = 500;

    private final CloseableHttpClient wire;
    private final ScheduledExecutorService scissors;
    private final long wholeLimitMillis;

    BoundedHttpClient(Duration connectLimit, Duration readLimit, Duration wholeLimit) {
        var pool = new PoolingHttpClientConnectionManager(1, TimeUnit.MINUTES);
        pool.setDefaultMaxPerRoute(CONNECTIONS_PER_HOST);
        pool.setMaxTotal(2 * CONNECTIONS_PER_HOST);
        pool.setValidateAfterInactivity(1000);
        pool.setDefaultSocketConfig(org.apache.http.config.SocketConfig.custom()
                .setSoTimeout(millis(readLimit)) // already while TLS shakes hands
                .setTcpNoDelay(true)
                .build());
        this.wire = HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(millis(connectLimit))
                        .setSocketTimeout(millis(readLimit))
                        .setConnectionRequestTimeout(POOL_WAIT_MILLIS)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("gridbell")
                .build();
        this.wholeLimitMillis = wholeLimit.toMillis();
        this.scissors = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "wechat-limit");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // cutting a finished call does nothing
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, @Nullable HttpContext context)
            throws IOException {
        if (request instanceof HttpUriRequest call && request instanceof HttpExecutionAware) {
            scissors.schedule(call::abort, wholeLimitMillis, TimeUnit.MILLISECONDS);
        }
        return wire.execute(target, request, context);
    }

    /** How WxJava wants to be given a client. What it would set is set already. */
    ApacheHttpClientBuilder asBuilder() {
        return new Given(this);
    }

    @Override
    public void close() throws IOException {
        scissors.shutdownNow();
        wire.close();
    }

    @Override
    @Deprecated
    public org.apache.http.params.HttpParams getParams() {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public org.apache.http.conn.ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException();
    }

    private static int millis(Duration limit) {
        return Math.toIntExact(limit.toMillis());
    }

    private record Given(CloseableHttpClient client) implements ApacheHttpClientBuilder {

        @Override
        public CloseableHttpClient build() {
            return client;
        }

        @Override
        public ApacheHttpClientBuilder httpProxyHost(@Nullable String host) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder httpProxyPort(int port) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder httpProxyUsername(@Nullable String name) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder httpProxyPassword(@Nullable String password) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder httpRequestRetryHandler(@Nullable HttpRequestRetryHandler handler) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder keepAliveStrategy(@Nullable ConnectionKeepAliveStrategy strategy) {
            return this;
        }

        @Override
        public ApacheHttpClientBuilder sslConnectionSocketFactory(@Nullable SSLConnectionSocketFactory factory) {
            return this;
        }
    }
}
