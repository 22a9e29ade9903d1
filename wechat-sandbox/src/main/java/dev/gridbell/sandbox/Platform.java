package dev.gridbell.sandbox;

import java.time.Clock;
import java.time.Duration;

/** The whole made-up WeChat: its state and the parts that work on it. */
final class Platform implements AutoCloseable {
    final SandboxClock clock;
    final Apps apps;
    final Randoms randoms = new Randoms();
    final Faults faults = new Faults();
    final Templates templates = new Templates();
    final Later later = new Later();
    final Quotas quotas;
    final Ledger ledger;
    final People people;
    final Codes codes;
    final Tokens tokens;
    final Menus menus = new Menus();
    final Media media;
    final Tags tags = new Tags();
    final OauthGrants oauth;
    final Mishaps mishaps = new Mishaps();
    final Pushes pushes;
    final Events events;

    Platform(SandboxSettings settings, Clock machine) {
        clock = new SandboxClock(machine);
        apps = new Apps(settings.officialAccount(), settings.miniProgram());
        quotas = new Quotas(clock);
        ledger = new Ledger(clock, settings.ledgerSize());
        people = new People(clock);
        codes = new Codes(clock);
        tokens = new Tokens(clock);
        media = new Media(clock);
        oauth = new OauthGrants(clock);
        pushes = new Pushes(faults, later, new PushDelivery(apps, clock, quotas, ledger, this::showReply));
        events = new Events(apps, clock, pushes);
    }

    /** The app with these credentials, or 40013, 40125; 40164 and 40243 if the limits say so. */
    SandboxApp requireSecret(String appId, String secret) {
        SandboxApp app = apps.require(appId, secret);
        if (quotas.isOn(Quotas.IP_NOT_LISTED)) {
            throw new WechatRefusal(40164, "invalid ip 127.0.0.1, not in whitelist");
        }
        if (quotas.isOn(Quotas.SECRET_FROZEN)) {
            throw new WechatRefusal(40243, "appsecret is frozen");
        }
        return app;
    }

    String appId(AppKind kind) {
        return apps.of(kind).appId();
    }

    String now() {
        return clock.instant().toString();
    }

    /** Back to an empty platform; tokens stay good unless asked otherwise, so that a running server need not notice. */
    void reset(boolean tokensToo) {
        faults.clear();
        people.clear();
        codes.clear();
        quotas.reset();
        templates.reset();
        menus.clear();
        media.clear();
        tags.clear();
        oauth.clear();
        mishaps.clear();
        ledger.clear();
        clock.offset(Duration.ZERO);
        if (tokensToo) {
            tokens.clear();
        }
    }

    @Override
    public void close() {
        pushes.close();
        later.close();
    }

    private void showReply(Push push, PassiveReply reply) {
        String msgId = Long.toString(randoms.messageId());
        people.find(push.kind(), push.openId()).ifPresent(person -> {
            person.show(PhoneMessage.chat(push.kind(), false, reply.words(), reply.page(), now(), msgId));
            ledger.add(
                    "reply",
                    "app",
                    push.kind(),
                    "openid",
                    push.openId(),
                    "personId",
                    person.id(),
                    "pushId",
                    push.id(),
                    "text",
                    reply.words());
        });
    }
}
