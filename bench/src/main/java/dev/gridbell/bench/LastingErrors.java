package dev.gridbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * B5. Errors that will not go away: one call on that channel, the reason kept, the next channel used, and a work item where no channel is
 * left. The member of the grid follows and gave no consent, so that each error on template messages leaves nobody but a colleague to tell them.
 */
final class LastingErrors implements Scenario {

    private static final List<Integer> ON_TEMPLATE = List.of(43004, 40003, 47003);
    private static final int NO_CONSENT = 43101;
    private static final int RESIDENTS = 20;

    @Override
    public String bar() {
        return "B5";
    }

    @Override
    public String title() {
        return "lasting errors";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int each = size.number("messages", 5, 20);
        try (Stage stage = Stage.open(Blueprint.of(2), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS / 2, 1);
            for (Street.Person resident : street.residents()) {
                street.consent(resident, Street.RECEIVED, Math.min(28, 8 * each / RESIDENTS + 3));
            }
            TimeUnit.SECONDS.sleep(2);
            List<String> figures = new ArrayList<>();
            boolean held = true;
            for (int code : ON_TEMPLATE) {
                Round round = templateRefuses(stage, street, code, each);
                figures.add(round.figure());
                held &= round.held();
            }
            Round refused = subscribeRefuses(stage, street, each);
            figures.add(refused.figure());
            long listed = workItems(street);
            long undeliverable =
                    stage.messages().number("SELECT COUNT(*) FROM message WHERE status = 'COULD_NOT_TELL'");
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            return new Outcome(
                    held && refused.held() && listed == undeliverable && found.clean(),
                    String.format(
                            "%s; %d of %d work items listed for the street office; %s",
                            String.join("; ", figures), listed, undeliverable, found.line()));
        }
    }

    private record Round(boolean held, String figure) {}

    /** Residents who follow and gave consent, and their member who gave none. */
    private static Round templateRefuses(Stage stage, Street street, int code, int count) throws Exception {
        long from = newest(stage);
        stage.sandbox().fault("errcode", SandboxControls.TEMPLATE, "code", code);
        for (int i = 0; i < count; i++) {
            street.submit(i, street.resident(i % (RESIDENTS / 2)));
        }
        stage.messages().waitUntilSettled(Duration.ofMinutes(2));
        long calls = stage.sandbox().hits("errcode");
        stage.sandbox().calm();
        long messages = stage.messages().number("SELECT COUNT(*) FROM message WHERE id > ? AND template_barred", from);
        long members =
                stage.messages().number("SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'STAFF'", from);
        long onNext = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'RESIDENT' AND channel = 'SUBSCRIBE'"
                                + " AND status IN ('SENT', 'DELIVERED')",
                        from);
        long kept = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'STAFF' AND status = 'COULD_NOT_TELL'"
                                + " AND error_code = ?",
                        from,
                        code);
        // For a minute after they followed, the chat is open to them, for three messages: the next is refused there as
        // well, and that is its reason.
        long chatFull = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'STAFF' AND status = 'COULD_NOT_TELL'"
                                + " AND template_barred AND error_code IN (45015, 45047)",
                        from);
        long inChat = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'STAFF' AND channel = 'CHAT'"
                                + " AND status IN ('SENT', 'DELIVERED')",
                        from);
        return new Round(
                calls == messages && messages >= 2L * count && onNext == count && kept + inChat + chatFull == members,
                String.format(
                        "%d: %d calls for %d messages, %d of %d residents told on the next channel, %d of %d messages to members a work"
                                + " item with the reason, %d told in the chat, %d refused there too",
                        code, calls, messages, onNext, count, kept, members, inChat, chatFull));
    }

    /** Residents who do not follow: WeChat refuses although a consent is on the books. */
    private static Round subscribeRefuses(Stage stage, Street street, int count) throws Exception {
        long from = newest(stage);
        stage.sandbox().fault("errcode", SandboxControls.SUBSCRIBE, "code", NO_CONSENT);
        int asked = Math.min(count, RESIDENTS / 2);
        for (int i = 0; i < asked; i++) {
            street.submit(i, street.resident(RESIDENTS / 2 + i));
        }
        stage.messages().waitUntilSettled(Duration.ofMinutes(2));
        long calls = stage.sandbox().hits("errcode");
        stage.sandbox().calm();
        long kept = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE id > ? AND person_kind = 'RESIDENT' AND status = 'COULD_NOT_TELL'"
                                + " AND error_code = ?",
                        from,
                        NO_CONSENT);
        long left = stage.messages().number("""
                SELECT COALESCE(SUM(c.remaining), 0) FROM message_consent c
                WHERE c.wechat_person_id IN (SELECT m.wechat_person_id FROM message m WHERE m.error_code = 43101)""");
        return new Round(
                calls == asked && kept == asked && left == 0,
                String.format(
                        "43101: %d calls for %d messages, %d work items with the reason, %d consents left",
                        calls, asked, kept, left));
    }

    private static long newest(Stage stage) throws Exception {
        return stage.messages().number("SELECT COALESCE(MAX(id), 0) FROM message");
    }

    /** As somebody of the street office counts them, page by page. */
    private static long workItems(Street street) throws Exception {
        Street.Person office = street.office();
        long count = 0;
        String next = "";
        do {
            Http.Answer page = street.server(0)
                    .call("GET", "/api/staff/messages?status=COULD_NOT_TELL" + next, office.token(), null, null)
                    .expect(200);
            count += page.json().at("/items").size();
            next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
        } while (!next.isEmpty());
        return count;
    }
}
