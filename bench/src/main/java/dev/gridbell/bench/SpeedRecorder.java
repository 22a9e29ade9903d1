package dev.gridbell.bench;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hears what one client's calls ask of the database, three times each, and keeps the shortest: what a timer asked meanwhile is in none of it. */
final class SpeedRecorder {

    private static final int TIMES = 3;

    private final Connection database;
    private final SpeedCalls server;
    private final int client;

    SpeedRecorder(Connection database, SpeedCalls server, int client) {
        this.database = database;
        this.server = server;
        this.client = client;
    }

    Map<String, Recording> hear(List<String> kinds) throws Exception {
        Map<String, Recording> heard = new LinkedHashMap<>();
        for (int time = 0; time < TIMES; time++) {
            for (String kind : kinds) {
                switch (kind) {
                    case SpeedCalls.SUBMIT -> submit(heard);
                    case SpeedCalls.BOOK -> book(heard);
                    default ->
                        keep(heard, kind, Recording.of(database, () -> server.call(kind, client), answer -> Map.of()));
                }
            }
        }
        return heard;
    }

    private void submit(Map<String, Recording> heard) throws Exception {
        String key = UUID.randomUUID().toString();
        Recording.Others others = answer -> Map.of(
                key, Recording.FRESH, answer.at("/number"), "B" + Recording.SHORT, answer.at("/id"), Recording.MADE);
        keep(heard, SpeedCalls.SUBMIT, Recording.of(database, () -> server.submit(client, key), others));
    }

    private void book(Map<String, Recording> heard) throws Exception {
        String key = UUID.randomUUID().toString();
        Recording booked = Recording.of(
                database,
                () -> server.book(client, key),
                answer -> Map.of(key, Recording.FRESH, answer.at("/id"), Recording.MADE));
        keep(heard, SpeedCalls.BOOK, booked);
        String visit = Http.JSON.readTree(booked.answer()).at("/id").asString("");
        keep(
                heard,
                SpeedCalls.CALL_OFF,
                Recording.of(database, () -> server.callOff(client, visit), answer -> Map.of(visit, Recording.MADE)));
    }

    private static void keep(Map<String, Recording> heard, String call, Recording recording) {
        heard.merge(call, recording, (a, b) -> a.asked().size() <= b.asked().size() ? a : b);
    }
}
