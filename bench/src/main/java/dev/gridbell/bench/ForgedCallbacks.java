package dev.gridbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gridbell.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** C1. Callbacks that WeChat did not send, in a dozen ways: none is stored, none makes the server stumble. */
final class ForgedCallbacks implements Scenario {

    private static final String TOKEN = SandboxSettings.OFFICIAL_ACCOUNT_TOKEN;
    private static final int HUGE = 10 * 1024 * 1024;
    private static final int HUGE_EVERY = 2_500;
    private static final int SAY_EVERY = 10_000;
    private static final Base64.Decoder BYTES = Base64.getDecoder();
    private static final Base64.Encoder TEXT = Base64.getEncoder();

    @Override
    public String bar() {
        return "C1";
    }

    @Override
    public String title() {
        return "forged callbacks";
    }

    /** One way to forge. */
    private enum Way {
        WRONG_TOKEN,
        NO_SIGNATURE,
        WRONG_SIGNATURE,
        PLAIN_SIGNATURE_ONLY,
        OLD,
        FROM_THE_FUTURE,
        SWAPPED_BODY,
        PLAINTEXT,
        PLAINTEXT_BESIDE,
        OTHER_APP_INSIDE,
        OTHER_APP_ADDRESSED,
        BIT_FLIP,
        BIT_FLIP_SIGNED_AGAIN,
        ENTITY_OUTSIDE,
        ENTITY_INSIDE,
        GARBAGE
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int count = size.number("callbacks", 2_000, 100_000);
        int seed = size.options().number("seed", 1);
        try (Stage stage = Stage.open(Blueprint.of(1), size.options())) {
            Http server = new Http(stage.installation().base());
            String unheard = Callback.click("nobody", "genuine");
            Callback.genuine(unheard).postTo(server).expect(200);
            long before = rows(stage);
            Map<Integer, Integer> statuses = new TreeMap<>();
            Street.inParallel(count, i -> {
                int status = i % HUGE_EVERY == HUGE_EVERY / 2
                        ? status(server, huge())
                        : status(server, forged(new Random(31L * seed + i), i));
                synchronized (statuses) {
                    statuses.merge(status, 1, Integer::sum);
                }
                if ((i + 1) % SAY_EVERY == 0) {
                    System.out.printf("  … %d of %d%n", i + 1, count);
                }
                return status;
            });
            long stored = rows(stage) - before;
            int taken = statuses.getOrDefault(200, 0);
            int stumbled = statuses.entrySet().stream()
                    .filter(entry -> entry.getKey() >= 500)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            Callback.genuine(Callback.click("nobody", "afterwards"))
                    .postTo(server)
                    .expect(200);
            boolean stillTakes = rows(stage) == before + stored + 1;
            return new Outcome(
                    before == 1 && stored == 0 && taken == 0 && stumbled == 0 && stillTakes,
                    String.format(
                            "%d forged in %d ways: %d stored, %d answered as taken, %d answers 5xx; answers by status %s (0: cut off); a"
                                    + " genuine one before and after was %s",
                            count,
                            Way.values().length + 1,
                            stored,
                            taken,
                            stumbled,
                            statuses,
                            stillTakes ? "taken" : "REFUSED"));
        }
    }

    private static long rows(Stage stage) throws Exception {
        return stage.messages().number("SELECT COUNT(*) FROM wechat_inbound");
    }

    private static int status(Http server, Callback callback) throws InterruptedException {
        try {
            return callback.postTo(server).status();
        } catch (IOException cutOff) {
            return 0;
        }
    }

    private static Callback huge() {
        return Callback.genuine(Callback.click("huge", "huge")).withBody(new byte[HUGE]);
    }

    /** Each would be a new row if it were taken. */
    private static Callback forged(Random random, int number) {
        Way way = Way.values()[number % Way.values().length];
        String content = Callback.click("forged" + number, way + "-" + number);
        String encrypted = Callback.encrypted(content, Callback.APP);
        Instant now = Instant.now();
        Callback genuine = Callback.sealed(encrypted, TOKEN, now);
        return switch (way) {
            case WRONG_TOKEN -> Callback.sealed(encrypted, "not" + TOKEN, now);
            case NO_SIGNATURE -> genuine.withQuery(genuine.query().replaceAll("(msg_)?signature=[0-9a-f]+", "x=y"));
            case WRONG_SIGNATURE -> genuine.withQuery(genuine.query().replaceAll("msg_signature=.", "msg_signature=g"));
            case PLAIN_SIGNATURE_ONLY -> genuine.withQuery(genuine.query().replaceAll("&msg_signature=.*", ""));
            case OLD -> Callback.sealed(encrypted, TOKEN, now.minus(Duration.ofMinutes(11)));
            case FROM_THE_FUTURE -> Callback.sealed(encrypted, TOKEN, now.plus(Duration.ofMinutes(11)));
            case SWAPPED_BODY -> genuine.withBody(Callback.envelope(Callback.encrypted(content + " ", Callback.APP)));
            case PLAINTEXT -> genuine.withBody(content.getBytes(UTF_8));
            case PLAINTEXT_BESIDE ->
                genuine.withBody(content.replace("</xml>", "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>")
                        .getBytes(UTF_8));
            case OTHER_APP_INSIDE -> Callback.sealed(Callback.encrypted(content, "wxffffffffffffffff"), TOKEN, now);
            case OTHER_APP_ADDRESSED -> genuine.toApp("wxffffffffffffffff");
            case BIT_FLIP -> genuine.withBody(Callback.envelope(flipped(encrypted, random)));
            case BIT_FLIP_SIGNED_AGAIN -> Callback.sealed(flippedAtTheEnd(encrypted), TOKEN, now);
            case ENTITY_OUTSIDE ->
                genuine.withBody(
                        ("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><Encrypt>&e;</Encrypt></xml>")
                                .getBytes(UTF_8));
            case ENTITY_INSIDE ->
                Callback.sealed(
                        Callback.encrypted(
                                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                        + content.replace("<![CDATA[VIEW]]>", "&e;"),
                                Callback.APP),
                        TOKEN,
                        now);
            case GARBAGE -> genuine.withBody(garbage(random));
        };
    }

    private static String flipped(String encrypted, Random random) {
        byte[] bytes = BYTES.decode(encrypted);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return TEXT.encodeToString(bytes);
    }

    /** The last block becomes noise, and with it the padding and the app id: what even the token's owner cannot have meant. */
    private static String flippedAtTheEnd(String encrypted) {
        byte[] bytes = BYTES.decode(encrypted);
        bytes[bytes.length - 1] ^= 1;
        return TEXT.encodeToString(bytes);
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }
}
