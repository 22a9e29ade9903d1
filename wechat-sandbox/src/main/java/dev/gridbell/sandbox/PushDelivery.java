package dev.gridbell.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Delivers one push the way WeChat does: some seconds to answer, three tries in all. */
final class PushDelivery {
    static final int TRIES = 3;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int KEPT_ANSWER = 200;
    private static final int REMEMBERED = 10_000;

    private final Apps apps;
    private final SandboxClock clock;
    private final Quotas limits;
    private final Ledger ledger;
    private final BiConsumer<Push, PassiveReply> onReply;
    private final Set<Long> replied =
            Collections.newSetFromMap(Collections.synchronizedMap(new RecentMap<>(REMEMBERED)));
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();

    /**
     * @param onReply shows a passive reply (被动回复); called once for each push, however often it was tried
     */
    PushDelivery(Apps apps, SandboxClock clock, Quotas limits, Ledger ledger, BiConsumer<Push, PassiveReply> onReply) {
        this.apps = apps;
        this.clock = clock;
        this.limits = limits;
        this.ledger = ledger;
        this.onReply = onReply;
    }

    /** One try, as the ledger shows it. */
    private record Try(String at, String timestamp, String nonce, int status, String answer) {}

    /** Tries until it is accepted or the tries are used up, then writes the ledger. */
    void deliver(Push push, PushEnvelope.Flaw flaw) {
        List<Try> tries = new ArrayList<>();
        boolean accepted = false;
        while (!accepted && tries.size() < TRIES && pause(tries.size())) {
            SandboxApp app = apps.of(push.kind());
            PushEnvelope envelope = PushEnvelope.seal(app, push.sender(), push.content(), flaw, clock.seconds());
            Try made = post(envelope);
            tries.add(made);
            accepted = made.status == 200 && accepts(app, push, made.answer);
        }
        record(push, flaw, tries, accepted ? "ACCEPTED" : "GIVEN_UP");
    }

    /** Sends an envelope once more that is as old as that: what somebody does who overheard it. */
    void replay(Push push, long ageSeconds) {
        SandboxApp app = apps.of(push.kind());
        PushEnvelope.Flaw flaw = PushEnvelope.Flaw.REPLAYED;
        Try made = post(PushEnvelope.seal(app, push.sender(), push.content(), flaw, clock.seconds() - ageSeconds));
        record(
                push,
                flaw,
                List.of(made),
                made.status == 200 && accepts(app, push, made.answer) ? "ACCEPTED" : "GIVEN_UP");
    }

    /** Writes a push into the ledger that was never sent. */
    void lose(Push push) {
        record(push, PushEnvelope.Flaw.NONE, List.of(), "LOST");
    }

    /** Whether the receiver knows the token: the GET check of the console. */
    boolean verify(SandboxApp app) {
        String echo = Long.toString(clock.millis());
        try {
            HttpResponse<String> answer = http.send(
                    request(PushEnvelope.verification(app, echo, clock.seconds()))
                            .GET()
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(echo);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Try post(PushEnvelope envelope) {
        int status = 0;
        String answer;
        try {
            HttpResponse<String> response = http.send(
                    request(envelope.target())
                            .header("Content-Type", envelope.contentType())
                            .POST(HttpRequest.BodyPublishers.ofString(envelope.body()))
                            .build(),
                    BodyHandlers.ofString());
            status = response.statusCode();
            answer = response.body();
        } catch (IOException e) {
            answer = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = "interrupted";
        }
        return new Try(clock.instant().toString(), envelope.timestamp(), envelope.nonce(), status, answer);
    }

    private boolean accepts(SandboxApp app, Push push, String answer) {
        if (answer.isBlank() || answer.equals("success")) {
            return true;
        }
        PassiveReply reply = PassiveReply.read(app, push, answer);
        if (reply.valid() && !reply.words().isEmpty() && replied.add(push.id())) {
            onReply.accept(push, reply);
        }
        return reply.valid();
    }

    private void record(Push push, PushEnvelope.Flaw flaw, List<Try> tries, String result) {
        List<Map<String, Object>> lines = tries.stream()
                .map(made -> Json.object(
                        "at", made.at,
                        "timestamp", made.timestamp,
                        "nonce", made.nonce,
                        "status", made.status,
                        "answer", made.answer.substring(0, Math.min(KEPT_ANSWER, made.answer.length()))))
                .toList();
        ledger.count("push." + result);
        ledger.add(
                "push",
                "pushId",
                push.id(),
                "app",
                push.kind(),
                "event",
                push.event(),
                "openid",
                push.openId(),
                "content",
                push.content(),
                "flaw",
                flaw,
                "tries",
                lines,
                "result",
                result);
    }

    private HttpRequest.Builder request(URI target) {
        Duration patience = Duration.ofMillis(Math.max(1, limits.limit(Quotas.PUSH_PATIENCE_MILLIS)));
        return HttpRequest.newBuilder(target).timeout(patience).header("User-Agent", "Mozilla/4.0");
    }

    /** Waits a little before another try; false when the sandbox is closing. */
    private boolean pause(int triesMade) {
        if (triesMade == 0) {
            return !Thread.currentThread().isInterrupted();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(limits.limit(Quotas.PUSH_PAUSE_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
