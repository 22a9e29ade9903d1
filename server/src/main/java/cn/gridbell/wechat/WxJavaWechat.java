package cn.gridbell.wechat;

import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.wechat.inbound.InboundLog;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks with WeChat through WxJava. */
@Component
class WxJavaWechat implements Wechat {

    /** WxJava puts codes into URLs as they are: nothing else may come near one. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** 40029 invalid, 40163 used, 41008 missing, 40226 the person is blocked by WeChat. */
    private static final Set<Integer> CODE_INVALID = Set.of(40029, 40163, 41008, 40226);

    private static final String PHONE_URL = WechatProperties.REAL_HOST + "/wxa/business/getuserphonenumber";
    private static final String SUBSCRIBE_URL = WechatProperties.REAL_HOST + "/cgi-bin/message/subscribe/send";
    private static final String HARMLESS = "/cgi-bin/get_api_domain_ip";
    private static final int BUSY = -1;
    private static final int NOT_FOLLOWING = 43004;
    private static final int NO_SUCH_OPENID = 40003;

    private final WechatCalls calls;
    private final WechatPeople people;
    private final InboundLog inbound;
    private final WechatProperties properties;
    private final JsonMapper json;
    private final ChatSending chat;

    WxJavaWechat(
            WechatCalls calls,
            WechatPeople people,
            InboundLog inbound,
            WechatProperties properties,
            JsonMapper json,
            ChatSending chat) {
        this.calls = calls;
        this.people = people;
        this.inbound = inbound;
        this.properties = properties;
        this.json = json;
        this.chat = chat;
    }

    @Override
    public WechatPersonId signIn(String code) {
        JsonNode session = exchanged(
                code,
                () -> calls.withoutToken("jscode2session", tokenless -> {
                    WechatProperties.Account app = properties.miniProgram();
                    return tokenless.get(
                            "/sns/jscode2session",
                            "appid=" + app.appId() + "&secret=" + app.secret() + "&js_code=" + code
                                    + "&grant_type=authorization_code");
                }));
        String openId = session.path("openid").asString("");
        String unionId = session.path("unionid").asString("");
        if (openId.isEmpty()) {
            throw new WechatUnavailable();
        }
        return people.byMini(openId, unionId.isEmpty() ? null : unionId); // the session key is forgotten here
    }

    @Override
    public Phone phoneOf(String code) {
        String body = json.createObjectNode().put("code", code).toString();
        JsonNode answer = exchanged(
                code, () -> calls.asMiniProgram("getuserphonenumber", service -> service.post(PHONE_URL, body)));
        JsonNode phone = answer.path("phone_info");
        boolean ours = phone.path("watermark")
                .path("appid")
                .asString("")
                .equals(properties.miniProgram().appId());
        boolean mainland = phone.path("countryCode").asString("").equals("86"); // a number or a text
        return Phone.parse(phone.path("purePhoneNumber").asString(""))
                .filter(number -> ours && mainland)
                .orElseThrow(WechatCodeInvalid::new);
    }

    private interface Exchange {
        JsonNode answer() throws CallFailed;
    }

    private static JsonNode exchanged(@Nullable String code, Exchange exchange) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new WechatCodeInvalid();
        }
        try {
            return exchange.answer();
        } catch (CallFailed e) {
            if (e.kind() == CallFailed.Kind.REFUSED && CODE_INVALID.contains(e.code())) {
                throw new WechatCodeInvalid();
            }
            throw new WechatUnavailable();
        }
    }

    @Override
    public Reach reachOf(WechatPersonId person) {
        return people.find(person)
                .map(row -> new Reach(
                        row.following() && row.officialOpenId() != null, row.miniOpenId() != null, chat.isOpenFor(row)))
                .orElse(new Reach(false, false, false));
    }

    @Override
    public SendAnswer sendTemplate(WechatPersonId person, OutgoingMessage message) {
        String openId = people.find(person).map(PersonRow::officialOpenId).orElse(null);
        if (openId == null) {
            return Verdicts.lasting(NOT_FOLLOWING);
        }
        String body = templateMessage(openId, message).toJson();
        try {
            return Verdicts.accepted(calls.asOfficialAccount(
                    "template/send", service -> service.post(WxMpApiUrl.TemplateMsg.MESSAGE_TEMPLATE_SEND, body)));
        } catch (CallFailed e) {
            return Verdicts.failed(e);
        }
    }

    private WxMpTemplateMessage templateMessage(String openId, OutgoingMessage message) {
        var builder = WxMpTemplateMessage.builder()
                .toUser(openId)
                .templateId(message.templateId())
                .clientMsgId(message.clientMsgId())
                .data(message.fields().entrySet().stream()
                        .map(field -> new WxMpTemplateData(field.getKey(), field.getValue()))
                        .toList());
        if (message.page() != null) {
            builder.miniProgram(
                    new WxMpTemplateMessage.MiniProgram(properties.miniProgram().appId(), message.page(), false));
        }
        return builder.build();
    }

    @Override
    public SendAnswer sendSubscribe(WechatPersonId person, OutgoingMessage message) {
        String openId = people.find(person).map(PersonRow::miniOpenId).orElse(null);
        if (openId == null) {
            return Verdicts.lasting(NO_SUCH_OPENID);
        }
        String body = subscribeMessage(openId, message);
        try {
            return Verdicts.accepted(
                    calls.asMiniProgram("subscribe/send", service -> service.post(SUBSCRIBE_URL, body)));
        } catch (CallFailed e) {
            return Verdicts.failed(e);
        }
    }

    private String subscribeMessage(String openId, OutgoingMessage message) {
        ObjectNode body = json.createObjectNode()
                .put("touser", openId)
                .put("template_id", message.templateId())
                .put("miniprogram_state", "formal")
                .put("lang", "zh_CN");
        if (message.page() != null) {
            body.put("page", message.page());
        }
        ObjectNode data = body.putObject("data");
        for (Map.Entry<String, String> field : message.fields().entrySet()) {
            data.putObject(field.getKey()).put("value", field.getValue());
        }
        return body.toString();
    }

    @Override
    public SendAnswer sendChat(WechatPersonId person, String text) {
        return chat.send(person, text);
    }

    @Override
    public void reply(WechatPersonId person, long inboundId, String words) {
        chat.reply(person, inboundId, words);
    }

    @Override
    public String pageLink(String page, String text) {
        return ChatSending.pageLink(properties.miniProgram().appId(), page, text);
    }

    @Override
    public boolean isAnswering(WechatApp app) {
        String url = properties.apiHost() + HARMLESS;
        try {
            switch (app) {
                case OFFICIAL_ACCOUNT -> calls.asOfficialAccount("get_api_domain_ip", s -> s.get(url, null));
                case MINI_PROGRAM -> calls.asMiniProgram("get_api_domain_ip", s -> s.get(url, null));
            }
            return true;
        } catch (CallFailed e) {
            return e.kind() == CallFailed.Kind.REFUSED && e.code() != BUSY;
        }
    }

    @Override
    public Optional<String> wordsOf(long inboundId) {
        return inbound.find(inboundId)
                .filter(letter -> letter.kind().equals("text"))
                .flatMap(letter -> letter.text("Content"));
    }
}
