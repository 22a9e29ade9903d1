package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LedgerTest {
    private static final int MANY = 120_000;

    private final SandboxClock clock = new SandboxClock(Clock.systemUTC());

    @Test
    void manyEntriesArePagedWithoutAGapOrARepeat() {
        Ledger ledger = new Ledger(clock, 2 * MANY);
        for (int i = 0; i < MANY; i++) {
            ledger.add("send", "msgid", i);
        }
        long seen = 0;
        boolean more = true;
        while (more) {
            JsonNode page = Json.read(ledger.since(seen, 10_000, 0));
            for (JsonNode entry : page.path("items")) {
                assertThat(entry.path("seq").asLong(0)).isEqualTo(++seen);
                assertThat(entry.path("msgid").asLong(-1)).isEqualTo(seen - 1);
            }
            more = page.path("more").asBoolean(true);
        }

        assertThat(seen).isEqualTo(MANY);
    }

    @Test
    void whatHasLeftIsStillCounted() {
        Ledger ledger = new Ledger(clock, 100);
        for (int i = 0; i < 1_000; i++) {
            ledger.add("send", "msgid", i);
        }
        JsonNode page = Json.read(ledger.since(0, 10_000, 0));

        assertThat(page.path("items")).hasSize(100);
        assertThat(page.path("oldest").asLong(0)).isEqualTo(901);
        assertThat(page.path("items").path(0).path("msgid").asLong(0)).isEqualTo(900);
        assertThat(ledger.totals()).isEqualTo(Map.of("send", 1_000L));
    }

    @Test
    void aFullLedgerForgetsByWeightToo() {
        Ledger ledger = new Ledger(clock, 1_000);
        String heavy = "字".repeat(1_000_000);
        for (int i = 0; i < 100; i++) {
            ledger.add("said", "text", heavy);
        }

        assertThat(Json.read(ledger.since(0, 0, 0)).path("oldest").asLong(0)).isGreaterThan(40);
    }

    @Test
    void afterClearingNumbersGoOn() {
        Ledger ledger = new Ledger(clock, 10);
        ledger.add("send");
        ledger.clear();
        ledger.add("send");

        JsonNode page = Json.read(ledger.since(0, 10, 0));
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("items").path(0).path("seq").asLong(0)).isEqualTo(2);
    }
}
