package dev.gridbell.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** 发送消息: subscribe messages and template messages. */
final class Sends {
    static final String SUBSCRIBE = "/cgi-bin/message/subscribe/send";
    static final String NOTICE = "/cgi-bin/message/subscribe/bizsend";
    static final String TEMPLATE = "/cgi-bin/message/template/send";

    private final Platform platform;

    Sends(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post(SUBSCRIBE, Endpoint.Needs.MINI_PROGRAM, this::subscribe)
                .post(NOTICE, Endpoint.Needs.OFFICIAL_ACCOUNT, this::subscribe)
                .post(TEMPLATE, Endpoint.Needs.OFFICIAL_ACCOUNT, this::template);
    }

    /** 订阅消息 of the mini-program, 订阅通知 of the official account. */
    private Object subscribe(ApiCall call) {
        AppKind app = call.app();
        Person person = platform.people.requireOpenId(app, call.text("touser"));
        Template template = platform.templates.requireSubscribable(app, call.text("template_id"));
        List<PhoneMessage.Line> lines = strictLines(template, call.body().path("data"));
        refuseBlacklisted(person, app);
        platform.quotas.spendToday(Quotas.SUBSCRIBE_DAY, platform.appId(app));
        if (platform.faults.strike(Fault.Kind.CONSENT_TAKEN, call.path()).isPresent()) {
            person.withdraw(template.id());
        }
        person.spendConsent(template.id());
        long msgId = platform.randoms.messageId();
        boolean shown =
                platform.faults.strike(Fault.Kind.SYSTEM_FAILED, call.path()).isEmpty();
        Card card = new Card(PhoneMessage.Channel.SUBSCRIBE, template, lines, call.text("page"), "");
        show(person, card, msgId, shown, shown ? "success" : "system failed");
        platform.events.subscribeSent(app, person, template.id(), msgId, shown);
        return ApiPlane.ok("msgid", msgId);
    }

    private static void refuseBlacklisted(Person person, AppKind app) {
        if (app == AppKind.OFFICIAL_ACCOUNT && person.blacklisted()) {
            throw WechatRefusal.blacklisted();
        }
    }

    private Object template(ApiCall call) {
        Person person = platform.people.requireOpenId(AppKind.OFFICIAL_ACCOUNT, call.text("touser"));
        Template template = platform.templates.requireSendable(call.text("template_id"));
        JsonNode program = call.body().path("miniprogram");
        if (program.has("appid") && !Json.text(program, "appid").equals(platform.appId(AppKind.MINI_PROGRAM))) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        List<PhoneMessage.Line> lines = cutLines(template, call.body().path("data"));
        String page = program.has("pagepath") ? Json.text(program, "pagepath") : call.text("url");
        Card card = new Card(PhoneMessage.Channel.TEMPLATE, template, lines, page, call.text("client_msg_id"));
        return ApiPlane.ok("msgid", deliverOnce(person, card));
    }

    /** Looking for an earlier send and sending are one step, else two calls with one client_msg_id would both deliver. */
    private long deliverOnce(Person person, Card card) {
        synchronized (person) {
            if (platform.faults.strike(Fault.Kind.UNFOLLOWED, TEMPLATE).isPresent() && person.unfollow()) {
                platform.events.officialAccount(person, "unsubscribe", "", "");
            }
            if (!person.following()) {
                throw new WechatRefusal(43004, "require subscribe");
            }
            refuseBlacklisted(person, AppKind.OFFICIAL_ACCOUNT);
            if (!card.clientMsgId.isEmpty()) {
                long earlier = person.answered(card.clientMsgId, platform.clock.instant());
                if (earlier != 0) {
                    record(person, card, earlier, "deduplicated", true);
                    return earlier;
                }
            }
            platform.quotas.spendToday(Quotas.TEMPLATE_DAY, platform.appId(AppKind.OFFICIAL_ACCOUNT));
            long msgId = platform.randoms.messageId();
            if (!card.clientMsgId.isEmpty()) {
                person.remember(card.clientMsgId, msgId, platform.clock.instant());
            }
            String status = receipt(person);
            show(person, card, msgId, status.equals("success"), status);
            platform.events.templateSent(person, msgId, status);
            return msgId;
        }
    }

    private String receipt(Person person) {
        if (person.blocking()) {
            return "failed:user block";
        }
        boolean failed =
                platform.faults.strike(Fault.Kind.SYSTEM_FAILED, TEMPLATE).isPresent();
        return failed ? "failed: system failed" : "success";
    }

    /** What a send wants to show. */
    private record Card(
            PhoneMessage.Channel channel,
            Template template,
            List<PhoneMessage.Line> lines,
            String page,
            String clientMsgId) {
        String openId(Person person) {
            return person.openId(template.kind());
        }

        /** Two sends that a person would take for the same. */
        String sameness() {
            return clientMsgId.isEmpty() ? channel + template.id() + lines : clientMsgId;
        }
    }

    private void show(Person person, Card card, long msgId, boolean shown, String receipt) {
        if (shown) {
            person.show(new PhoneMessage(
                    card.channel,
                    false,
                    card.template.id(),
                    card.template.title(),
                    "",
                    card.lines,
                    card.page,
                    platform.now(),
                    Long.toString(msgId)));
        }
        record(person, card, msgId, receipt, false);
    }

    private void record(Person person, Card card, long msgId, String receipt, boolean deduplicated) {
        boolean doubled = !deduplicated && person.repeats(card.sameness());
        platform.ledger.count("send." + card.channel);
        if (doubled) {
            platform.ledger.count("send.doubled");
        }
        if (deduplicated) {
            platform.ledger.count("send.deduplicated");
        }
        platform.ledger.add(
                "send",
                "channel",
                card.channel,
                "openid",
                card.openId(person),
                "personId",
                person.id(),
                "templateId",
                card.template.id(),
                "msgid",
                Long.toString(msgId),
                "clientMsgId",
                card.clientMsgId,
                "fields",
                card.lines,
                "receipt",
                receipt,
                "deduplicated",
                deduplicated,
                "doubled",
                doubled);
    }

    private static List<PhoneMessage.Line> strictLines(Template template, JsonNode data) {
        data.propertyNames().stream()
                .filter(key -> template.field(key).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw WechatRefusal.invalidArgument(key);
                });
        List<PhoneMessage.Line> lines = new ArrayList<>();
        for (Template.Field field : template.fields()) {
            String value = Json.text(data.path(field.key()), "value");
            if (!FieldRules.allows(field.key(), value, field.options())) {
                throw WechatRefusal.invalidArgument(field.key());
            }
            lines.add(new PhoneMessage.Line(field.key(), value, field.label()));
        }
        return lines;
    }

    /** Too long is cut and fields that the template lacks are dropped; only a field without a value is refused. */
    private static List<PhoneMessage.Line> cutLines(Template template, JsonNode data) {
        List<PhoneMessage.Line> lines = new ArrayList<>();
        for (Template.Field field : template.fields()) {
            String value = Json.text(data.path(field.key()), "value");
            if (value.isEmpty()) {
                throw WechatRefusal.invalidArgument(field.key());
            }
            lines.add(new PhoneMessage.Line(field.key(), FieldRules.cut(field.key(), value), field.label()));
        }
        return lines;
    }
}
