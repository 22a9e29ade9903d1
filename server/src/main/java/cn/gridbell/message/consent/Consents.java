package cn.gridbell.message.consent;

import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.wechat.WechatConsentChanged;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of consents. An accept lets one message of its template be sent (小程序订阅消息, one-time), or any number of a long-term one.
 *
 * <p>One accept is reported twice: by the mini-program after the tap and by WeChat's popup event. <b>Rule of counting:</b> a report of one
 * source is paired with the oldest report of the other source for the same person and template that has no pair and lies within the pair
 * window; the second of a pair changes nothing. A report with the same key as an earlier one is not heard. So two taps with their two events
 * count two, in whatever order the four arrive, and either source alone counts too.
 */
@Component
public class Consents {

    private final ConsentMapper consents;
    private final TemplateCatalogue catalogue;
    private final ConsentProperties settings;
    private final Clock clock;

    Consents(ConsentMapper consents, TemplateCatalogue catalogue, ConsentProperties settings, Clock clock) {
        this.consents = consents;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Spends one consent for a message; part of the transaction that begins the send.
     *
     * @param keepLast whether the last one-time consent is left for a weightier message
     * @return false if none is left: nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean spend(WechatPersonId person, String templateId, long messageId, boolean keepLast) {
        Instant now = clock.instant();
        if (consents.spend(person.value(), templateId, keepLast ? 1 : 0, now) == 0) {
            return false;
        }
        int delta = catalogue.isLongTerm(templateId) ? 0 : -1;
        consents.insert(ConsentEntry.send(person, templateId, ConsentChoice.SPENT, delta, messageId, now));
        return true;
    }

    /** Gives back what a send spent that was certainly not made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(WechatPersonId person, String templateId, long messageId) {
        Instant now = clock.instant();
        int delta = catalogue.isLongTerm(templateId) ? 0 : 1;
        if (delta == 1) {
            consents.add(person.value(), templateId, settings.most(), now);
        }
        consents.insert(ConsentEntry.send(person, templateId, ConsentChoice.RETURNED, delta, messageId, now));
    }

    /** WeChat refused a send with 43101: whatever the ledger says, nothing is left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void zero(WechatPersonId person, String templateId, long messageId) {
        Instant now = clock.instant();
        int before = remaining(person, templateId);
        consents.zero(person.value(), templateId, now);
        consents.insert(ConsentEntry.send(person, templateId, ConsentChoice.ZEROED, -before, messageId, now));
    }

    /** How many sends are left; for a long-term template 1 stands for any number. */
    @Transactional(readOnly = true)
    public int remaining(WechatPersonId person, String templateId) {
        return left(person).getOrDefault(templateId, 0);
    }

    /** What is left of each template the person was ever asked for. */
    @Transactional(readOnly = true)
    public Map<String, Integer> left(WechatPersonId person) {
        Map<String, Integer> left = new TreeMap<>();
        List<ConsentRow> rows = consents.ofPerson(person.value());
        rows.forEach(row -> left.put(row.templateId(), row.remaining()));
        return left;
    }

    /**
     * The mini-program says what a tap gave.
     *
     * @param key identity of the call, null if it has none
     */
    @Transactional
    void tapped(WechatPersonId person, @Nullable String key, Map<String, ConsentChoice> choices) {
        Instant now = clock.instant();
        // In one order for everybody, so that two calls at once do not wait for each other in a circle.
        new TreeMap<>(choices)
                .forEach((templateId, choice) ->
                        hear(ConsentEntry.report(person, templateId, ConsentSource.TAP, key, choice, now)));
    }

    /** WeChat says what a panel or the settings gave. */
    @Transactional
    void changed(WechatConsentChanged fact) {
        if (!catalogue.knows(fact.templateId())) {
            return;
        }
        ConsentChoice choice =
                switch (fact.choice()) {
                    case ACCEPT -> ConsentChoice.ACCEPT;
                    case REJECT -> ConsentChoice.REJECT;
                    case BAN -> ConsentChoice.BAN;
                };
        ConsentSource source = fact.fromPopup() ? ConsentSource.POPUP : ConsentSource.CHANGE;
        String key = "inbound:" + fact.inboundId();
        hear(ConsentEntry.report(fact.person(), fact.templateId(), source, key, choice, fact.at()));
    }

    private void hear(ConsentEntry report) {
        boolean longTerm = catalogue.isLongTerm(report.templateId());
        consents.lock(report.person(), report.templateId(), longTerm, clock.instant());
        String key = report.sourceKey();
        if (key != null && consents.countOf(report.source(), key, report.templateId()) > 0) {
            return;
        }
        if (report.choice() == ConsentChoice.ACCEPT && report.source() != ConsentSource.CHANGE) {
            accept(report, longTerm);
        } else if (withdraws(report, longTerm)) {
            int before = remaining(new WechatPersonId(report.person()), report.templateId());
            consents.zero(report.person(), report.templateId(), clock.instant());
            consents.insert(report.counting(-before, null));
        } else {
            consents.insert(report);
        }
    }

    /**
     * A refusal in the settings, or a ban, ends what was accepted. A refusal in the panel says no to this one question only, except for a
     * long-term template, which has no other way to be ended there.
     */
    private static boolean withdraws(ConsentEntry report, boolean longTerm) {
        return switch (report.choice()) {
            case BAN -> true;
            case REJECT -> report.source() == ConsentSource.CHANGE || longTerm;
            case ACCEPT, FILTER, SPENT, RETURNED, ZEROED -> false;
        };
    }

    private void accept(ConsentEntry report, boolean longTerm) {
        ConsentSource other = report.source() == ConsentSource.TAP ? ConsentSource.POPUP : ConsentSource.TAP;
        Instant from = report.at().minus(settings.pairWindow());
        Instant until = report.at().plus(settings.pairWindow());
        Long pair = consents.unpairedAccept(report.person(), report.templateId(), other, from, until);
        if (pair != null) {
            consents.insert(report.counting(0, pair));
            consents.pair(pair, consents.lastId());
            return;
        }
        int most = longTerm ? 1 : settings.most();
        consents.add(report.person(), report.templateId(), most, clock.instant());
        consents.insert(report.counting(1, null));
    }
}
