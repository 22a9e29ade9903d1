package cn.gridbell.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Menu (自定义菜单) and codes (生成带参数的二维码) of the official account. */
@Component
class WxJavaOfficialAccount implements OfficialAccount {

    private static final String REAL_PICTURES = "https://mp.weixin.qq.com";
    /** For clients too old to open a mini-program from a menu. */
    private static final String FALLBACK = "https://mp.weixin.qq.com";

    private static final int NO_MENU = 46003;
    private static final int LARGEST_PICTURE = 1024 * 1024;

    private final WechatCalls calls;
    private final BoundedHttpClient http;
    private final WechatProperties properties;
    private final JsonMapper json;

    WxJavaOfficialAccount(WechatCalls calls, BoundedHttpClient http, WechatProperties properties, JsonMapper json) {
        this.calls = calls;
        this.http = http;
        this.properties = properties;
        this.json = json;
    }

    @Override
    public Optional<AccountMenu> menu() {
        try {
            JsonNode answer =
                    calls.asOfficialAccount("menu/get", service -> service.get(WxMpApiUrl.Menu.MENU_GET, null));
            return Optional.of(new AccountMenu(entries(answer.at("/menu/button"))));
        } catch (CallFailed e) {
            if (e.code() == NO_MENU) {
                return Optional.empty();
            }
            throw problem(e);
        }
    }

    private static List<AccountMenu.Entry> entries(JsonNode buttons) {
        List<AccountMenu.Entry> entries = new ArrayList<>();
        for (JsonNode button : buttons) {
            entries.add(new AccountMenu.Entry(
                    button.path("name").asString(""),
                    textOf(button, "key"),
                    textOf(button, "pagepath"),
                    entries(button.path("sub_button"))));
        }
        return entries;
    }

    private static @org.jspecify.annotations.Nullable String textOf(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : text;
    }

    @Override
    public void publish(AccountMenu menu) {
        ObjectNode body = json.createObjectNode();
        ArrayNode buttons = body.putArray("button");
        menu.entries().forEach(entry -> button(buttons.addObject(), entry));
        String text = body.toString();
        try {
            calls.asOfficialAccount("menu/create", service -> service.post(WxMpApiUrl.Menu.MENU_CREATE, text));
        } catch (CallFailed e) {
            throw problem(e);
        }
    }

    private void button(ObjectNode button, AccountMenu.Entry entry) {
        button.put("name", entry.name());
        List<AccountMenu.Entry> below = entry.children();
        if (below != null && !below.isEmpty()) {
            ArrayNode children = button.putArray("sub_button");
            below.forEach(child -> button(children.addObject(), child));
        } else if (entry.page() != null) {
            button.put("type", "miniprogram")
                    .put("url", FALLBACK)
                    .put("appid", properties.miniProgram().appId())
                    .put("pagepath", entry.page());
        } else {
            button.put("type", "click").put("key", entry.key());
        }
    }

    @Override
    public String lastingCode(String scene) {
        ObjectNode body = json.createObjectNode().put("action_name", "QR_LIMIT_STR_SCENE");
        body.putObject("action_info").putObject("scene").put("scene_str", scene);
        String text = body.toString();
        try {
            JsonNode answer = calls.asOfficialAccount(
                    "qrcode/create", service -> service.post(WxMpApiUrl.Qrcode.QRCODE_CREATE, text));
            String ticket = answer.path("ticket").asString("");
            if (ticket.isEmpty()) {
                throw new WechatUnavailable();
            }
            return ticket;
        } catch (CallFailed e) {
            throw problem(e);
        }
    }

    @Override
    public byte[] pictureOf(String ticket) {
        try {
            JsonNode answer = calls.withoutToken("showqrcode", tokenless -> '"' + fetched(ticket) + '"');
            return Base64.getDecoder().decode(answer.asString());
        } catch (CallFailed e) {
            throw problem(e);
        }
    }

    /** In base64, so that it is timed and fails like every other call. */
    private String fetched(String ticket) throws IOException {
        String host = properties.apiHost().toString().equals(WechatProperties.REAL_HOST)
                ? REAL_PICTURES
                : properties.apiHost().toString();
        HttpGet get =
                new HttpGet(host + "/cgi-bin/showqrcode?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
        try (CloseableHttpResponse response = http.execute(get);
                InputStream body = response.getEntity().getContent()) {
            byte[] picture = body.readNBytes(LARGEST_PICTURE + 1);
            if (response.getStatusLine().getStatusCode() != 200 || !isPicture(picture)) {
                throw new IOException("no picture");
            }
            return Base64.getEncoder().encodeToString(picture);
        }
    }

    /** Whatever the headers say. */
    private static boolean isPicture(byte[] bytes) {
        boolean png = bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P';
        boolean jpeg = bytes.length > 8 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
        return (png || jpeg) && bytes.length <= LARGEST_PICTURE;
    }

    private static RuntimeException problem(CallFailed failed) {
        boolean busy = failed.code() == -1 || failed.tokenRefused();
        return failed.kind() == CallFailed.Kind.REFUSED && !busy
                ? new WechatRefused(failed.code())
                : new WechatUnavailable();
    }
}
