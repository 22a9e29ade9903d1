package cn.gridbell.wechat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import org.apache.http.HttpEntity;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpResponseException;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/** GETs a file into memory and no more of it than is allowed. WxJava's own way writes whatever comes to a temporary file. */
final class FileDownload implements RequestExecutor<byte[], String> {

    private final CloseableHttpClient client;
    private final int mostBytes;

    FileDownload(CloseableHttpClient client, int mostBytes) {
        this.client = client;
        this.mostBytes = mostBytes;
    }

    /** @return one byte more than allowed if there are more @throws WxErrorException if WeChat answers JSON instead of a file */
    @Override
    public byte[] execute(String uri, @Nullable String query, WxType type) throws WxErrorException, IOException {
        String url = query == null ? uri : uri + (uri.contains("?") ? "&" : "?") + query;
        try (CloseableHttpResponse answer = client.execute(new HttpGet(url))) {
            HttpEntity entity = answer.getEntity();
            int status = answer.getStatusLine().getStatusCode();
            if (status != HttpStatus.SC_OK || entity == null) {
                throw new HttpResponseException(status, "no file");
            }
            byte[] file = entity.getContent().readNBytes(mostBytes + 1);
            if (saysNo(entity)) {
                throw new WxErrorException(WxError.fromJson(new String(file, StandardCharsets.UTF_8), type));
            }
            return file;
        }
    }

    private static boolean saysNo(HttpEntity entity) {
        ContentType type = ContentType.getLenient(entity);
        String kind = type == null ? "" : String.valueOf(type.getMimeType());
        return kind.equals(ContentType.APPLICATION_JSON.getMimeType())
                || kind.equals(ContentType.TEXT_PLAIN.getMimeType());
    }

    @Override
    public void execute(String uri, @Nullable String query, ResponseHandler<byte[]> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, query, type));
    }
}
