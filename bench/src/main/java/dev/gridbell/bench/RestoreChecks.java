package dev.gridbell.bench;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What must be true of a restored installation. */
final class RestoreChecks {

    private static final int NEW_REQUESTS = 24;
    private static final int NEW_SESSIONS = 24;

    private final Stage stage;
    private final Street street;
    private final RestoreLoad load;
    private final RestoredPlace place;
    private final Http http;

    RestoreChecks(Stage stage, Street street, RestoreLoad load, RestoredPlace place) {
        this.stage = stage;
        this.street = street;
        this.load = load;
        this.place = place;
        this.http = new Http(place.node().base());
    }

    boolean wholeAndOnce(Former former) throws Exception {
        try (MessageTable messages = new MessageTable(place.connect())) {
            boolean rows = rowsAreThere(messages);
            boolean shown = everythingIsShown();
            boolean once = nothingIsSaidAgain(messages, former);
            boolean outside = nobodyEntersWithALostToken(former);
            return rows && shown && once && outside;
        }
    }

    private boolean rowsAreThere(MessageTable messages) throws Exception {
        Checker.Findings found = Checker.check(load.historiesBefore(), messages.database());
        long visits = load.visitsBefore().lost(messages);
        System.out.printf(
                "acknowledged before the backup began: %d requests, %d requests and visits in all: %d and %d lost, %d double, %d unexpected, %d"
                        + " half-written%n",
                found.acknowledged(),
                found.acknowledged() + load.visitsBefore().acknowledged(),
                found.lost(),
                visits,
                found.doubled(),
                found.unexpected(),
                found.halfWritten());
        return found.clean() && found.acknowledged() > 0 && visits == 0;
    }

    /** To the people themselves, with the sessions they had: words, sealed fields, pictures. */
    private boolean everythingIsShown() throws IOException, InterruptedException {
        int words = 0;
        int pictures = 0;
        int whole = 0;
        for (RestoreLoad.Told told : load.before()) {
            Http.Answer answer = http.call(
                    "GET",
                    "/api/resident/requests/" + told.id(),
                    told.resident().token(),
                    null,
                    null);
            words += answer.status() == 200 && answer.body().contains(told.key()) ? 1 : 0;
            pictures += told.pictures().size();
            if (answer.status() == 200) {
                for (JsonNode photo : answer.json().path("photos")) {
                    boolean same = load.album()
                            .isWhole(
                                    place.node().base(),
                                    photo.path("id").asString(""),
                                    photo.path("url").asString(""));
                    whole += same ? 1 : 0;
                }
            }
        }
        int opened = 0;
        for (Street.Person resident : street.residents()) {
            String export = http.call("GET", "/api/resident/export", resident.token(), null, null)
                    .body();
            opened += export.contains(String.format("137%08d", resident.number())) ? 1 : 0;
        }
        System.out.printf(
                "shown to the people themselves: %d of %d requests, %d of %d pictures the same byte for byte, sealed phones of %d of %d residents%n",
                words,
                load.before().size(),
                whole,
                pictures,
                opened,
                street.residents().size());
        return words == load.before().size()
                && pictures > 0
                && whole == pictures
                && opened == street.residents().size();
    }

    private boolean nothingIsSaidAgain(MessageTable messages, Former former) throws Exception {
        Set<String> known = numbers(messages);
        long aside = messages.number("SELECT COUNT(*) FROM message WHERE status = 'UNKNOWN' AND error_code = -95");
        long planned = messages.number("SELECT COUNT(*) FROM message WHERE status = 'QUEUED'");
        JsonNode listed = http.call(
                        "GET",
                        "/api/staff/messages?status=UNKNOWN&limit=50",
                        street.office().token(),
                        null,
                        null)
                .expect(200)
                .json()
                .at("/items");
        int taken = street.submit(NEW_REQUESTS);
        messages.waitUntilSettled(Duration.ofMinutes(3));
        List<Ledger.Send> all =
                stage.ledger().readToTheEnd(Duration.ofSeconds(30)).sends();
        List<Ledger.Send> since = all.subList(former.sends(), all.size());
        long again = former.saidAgain(since);
        long numbers = former.numbersAgain(since, known);
        System.out.printf(
                "messages: %d put aside (%d on the first page of the office's list), %d planned for later kept; since the restore %d of %d new requests taken,"
                        + " %d messages sent, %d of them a second time, %d under a number that was told to somebody else%n",
                aside, listed.size(), planned, taken, NEW_REQUESTS, since.size(), again, numbers);
        return aside > 0
                && listed.size() > 0
                && again == 0
                && numbers == 0
                && taken == NEW_REQUESTS
                && since.size() >= NEW_REQUESTS;
    }

    private static Set<String> numbers(MessageTable messages) throws SQLException {
        Set<String> known = new HashSet<>();
        try (Statement select = messages.database().createStatement();
                ResultSet row = select.executeQuery("SELECT number FROM request")) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        }
        return known;
    }

    private boolean nobodyEntersWithALostToken(Former former) throws IOException, InterruptedException {
        int entered = 0;
        for (int i = 0; i < NEW_SESSIONS; i++) {
            Former.signIn(stage, 910_000 + i);
            int status = http.call("GET", "/api/resident/me", former.lostToken(), null, null)
                    .status();
            entered += status == 401 ? 0 : 1;
        }
        System.out.printf(
                "a token given out after the backup: %d entries while %d others signed in%n", entered, NEW_SESSIONS);
        return entered == 0;
    }
}
