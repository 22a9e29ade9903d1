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
    final Quotas quotas;
    final Ledger ledger;
    final People people;
    final Codes codes;
    final Tokens tokens;
    final Menus menus = new Menus();
    final Media media;
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
        pushes = new Pushes(faults, new PushDelivery(apps, clock, ledger, this::showReply));
        events = new Events(apps, clock, pushes);
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
        ledger.clear();
        clock.offset(Duration.ZERO);
        if (tokensToo) {
            tokens.clear();
        }
    }

    @Override
    public void close() {
        pushes.close();
    }

    private void showReply(Push push, PassiveReply reply) {
        String msgId = Long.toString(randoms.messageId());
        people.find(push.kind(), push.openId())
                .ifPresent(person ->
                        person.show(PhoneMessage.chat(push.kind(), false, reply.words(), reply.page(), now(), msgId)));
    }
}
