package dev.gridbell.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * B2. A share of WeChat's answers is lost after it took the message, and servers are killed while answers are on their way. Template messages
 * may be repeated under their {@code client_msg_id}; subscribe messages have no such thing and must not be.
 */
final class AnswersLost implements Scenario {

    private static final int RESIDENTS = 40;
    private static final double SHARE = 0.2;

    @Override
    public String bar() {
        return "B2";
    }

    @Override
    public String title() {
        return "answers lost after acceptance";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int submits = size.number("messages", 200, 2_000) / 2;
        int kills = size.number("kills", 2, 6);
        // A shorter lease than usual, so that what the dead held is found again before the run's patience is over.
        Blueprint plan = Blueprint.of(2)
                .wired()
                .with("gridbell.message.courier.longest-call", "10s")
                .with("gridbell.message.courier.lease", "25s");
        try (Stage stage = Stage.open(plan, size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS / 2, 4);
            giveConsents(street, submits);
            stage.sandbox().fault("answerLost", SandboxControls.TEMPLATE, "probability", SHARE, "seed", 7);
            stage.sandbox().fault("answerLost", SandboxControls.SUBSCRIBE, "probability", SHARE, "seed", 11);
            for (int kill = 0; kill < kills; kill++) {
                street.submit(submits / (kills + 1));
                killInTheGap(stage, street, kill % 2);
                System.out.printf(
                        "  kill %d of %d; %s%n",
                        kill + 1, kills, stage.messages().byStatus());
            }
            street.submit(submits / (kills + 1));
            stage.messages().waitUntilSettled(Duration.ofMinutes(14));
            long lost = stage.sandbox().hits("answerLost");
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            return outcome(stage, kills, lost);
        }
    }

    private static Outcome outcome(Stage stage, int kills, long lost) throws Exception {
        MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
        long repeated =
                stage.ledger().sends().stream().filter(Ledger.Send::repeated).count();
        long unknown = stage.messages().number("SELECT COUNT(*) FROM message WHERE status = 'UNKNOWN'");
        long subscribe = stage.ledger().sends().stream()
                .filter(send -> send.channel().equals("SUBSCRIBE"))
                .count();
        return new Outcome(
                found.clean() && lost > 0,
                String.format(
                        "%d answers lost, %d kills in the gap; %d template sends repeated under their id, unseen; %d subscribe sends,"
                                + " %d messages UNKNOWN; %s",
                        lost, kills, repeated, subscribe, unknown, found.line()));
    }

    /** Those who do not follow can be told each request they will submit. */
    private static void giveConsents(Street street, int submits) throws Exception {
        int each = Math.min(28, submits / RESIDENTS + 2);
        Street.inParallel(RESIDENTS / 2, i -> {
            street.consent(street.resident(RESIDENTS / 2 + i), Street.RECEIVED, each);
            return true;
        });
        TimeUnit.SECONDS.sleep(2);
    }

    /** WeChat hears and is not heard; then the server dies before it could have given up waiting. */
    private static void killInTheGap(Stage stage, Street street, int victim) throws Exception {
        stage.installation().wechatWire().mode(Wire.Mode.DEAF);
        street.submit(16);
        TimeUnit.MILLISECONDS.sleep(500);
        stage.node(victim).kill();
        stage.installation().wechatWire().mode(Wire.Mode.PASS);
        stage.node(victim).start();
    }
}
