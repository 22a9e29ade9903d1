package dev.gridbell.bench;

import java.time.Duration;

/** B7. Two nodes on one queue: each message once, and neither node idles. */
final class SharedWork implements Scenario {

    private static final int RESIDENTS = 60;
    private static final double LEAST_SHARE = 0.2;

    @Override
    public String bar() {
        return "B7";
    }

    @Override
    public String title() {
        return "two nodes";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int wanted = size.number("messages", 400, 10_000);
        try (Stage stage = Stage.open(Blueprint.of(2), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, 6);
            long acknowledged = street.submit(wanted / 2);
            stage.messages().waitUntilSettled(Duration.ofMinutes(10));
            stage.ledger().readToTheEnd(Duration.ofSeconds(60));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            double one = stage.node(0).counter("gridbell_message_sends_total", "outcome=\"accepted\"");
            double two = stage.node(1).counter("gridbell_message_sends_total", "outcome=\"accepted\"");
            double least = Math.min(one, two) / Math.max(1, one + two);
            boolean held = found.clean()
                    && stage.messages().notAccepted() == 0
                    && found.messages() == 2 * acknowledged
                    && found.shown() == found.messages()
                    && least >= LEAST_SHARE;
            return new Outcome(
                    held,
                    String.format(
                            "%d requests acknowledged; node 1 sent %.0f, node 2 sent %.0f, the lesser %.0f %%; %s",
                            acknowledged, one, two, 100 * least, found.line()));
        }
    }
}
