package dev.gridbell.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** B4. Many sends fail with 40001 at once on two nodes: the token is replaced once, not by everybody. */
final class TokenRevoked implements Scenario {

    private static final int RESIDENTS = 40;
    private static final Duration AT_LEAST_APART = Duration.ofSeconds(30);

    @Override
    public String bar() {
        return "B4";
    }

    @Override
    public String title() {
        return "token revoked under load";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int failures = size.number("failures", 60, 200);
        Blueprint plan = Blueprint.of(2).parallelism(24);
        try (Stage stage = Stage.open(plan, size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, 4);
            stage.ledger().read();
            int issuedBefore = stage.ledger().tokens().size();
            stage.sandbox().fault("latency", SandboxControls.TEMPLATE, "millis", 300);
            stage.sandbox().fault("tokenInvalid", SandboxControls.TEMPLATE, "count", failures);
            stage.sandbox().revokeTokens();
            street.submit(failures);
            Duration took = stage.messages().waitUntilSettled(Duration.ofMinutes(6));
            long refused = stage.counter("gridbell_wechat_refusals_total", "errcode=\"40001\"");
            stage.sandbox().calm();
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            long notAccepted = stage.messages().notAccepted();
            int most = mostForcedWithin(stage.ledger());
            long forced = stage.ledger().tokens().stream()
                    .filter(Ledger.TokenCall::forced)
                    .count();
            boolean held = refused >= failures && most <= 1 && notAccepted == 0 && found.clean();
            return new Outcome(
                    held,
                    String.format(
                            "%d sends refused with 40001 over 2 nodes; %d forced token calls, at most %d in 30 s for one app, %d token"
                                    + " calls in all; all ended in %d s, %d not accepted; %s",
                            refused,
                            forced,
                            most,
                            stage.ledger().tokens().size() - issuedBefore,
                            took.toSeconds(),
                            notAccepted,
                            found.line()));
        }
    }

    /** Forced calls of one app in any 30 s, over all nodes. */
    private static int mostForcedWithin(Ledger ledger) {
        Map<String, Integer> most = new HashMap<>();
        for (Ledger.TokenCall first : ledger.tokens()) {
            if (first.forced()) {
                Instant end = first.at().plus(AT_LEAST_APART);
                int count = (int) ledger.tokens().stream()
                        .filter(call -> call.forced() && call.app().equals(first.app()))
                        .filter(call ->
                                !call.at().isBefore(first.at()) && call.at().isBefore(end))
                        .count();
                most.merge(first.app(), count, Math::max);
            }
        }
        return most.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
