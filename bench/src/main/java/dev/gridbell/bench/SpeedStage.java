package dev.gridbell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Sets the clients' calls up: each books at a time of its own and looks at a request of its own. */
final class SpeedStage {

    /** A page and one: what a resident sees who often writes. */
    private static final int REQUESTS = 21;

    private SpeedStage() {}

    static SpeedCalls of(Installation installation, List<Crowd.Member> crowd, List<Queue<String>> codes)
            throws IOException, InterruptedException {
        Http http = new Http(installation.base());
        SpeedCalls.Tokens tokens = (client, call) ->
                call.equals(SpeedCalls.SIGN_IN) ? "" : crowd.get(client).token();
        List<String> requests = new ArrayList<>();
        List<String> offered = new ArrayList<>();
        SpeedCalls first = new SpeedCalls(http, tokens, List.of(), List.of(), List.of());
        for (int client = 0; client < crowd.size(); client++) {
            String request = "";
            for (int i = 0; i < REQUESTS; i++) {
                request = first.submit(client, UUID.randomUUID().toString()).at("/id");
            }
            requests.add(request);
        }
        first.openings(0)
                .json()
                .at("/items")
                .forEach(item -> offered.add(item.at("/start").asString("")));
        // Far enough ahead to be called off in time, and far enough apart that what lies between visits fits in.
        List<String> starts = new ArrayList<>();
        int step = offered.size() / (crowd.size() + 1);
        for (int client = 0; client < crowd.size(); client++) {
            starts.add(offered.get((client + 1) * step));
        }
        return new SpeedCalls(http, tokens, starts, requests, codes);
    }

    /** The same calls at a bare Tomcat, which answers by the name of the call. */
    static SpeedCalls ofBare(Http http, int clients) {
        List<Queue<String>> codes = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            codes.add(new Endless());
        }
        List<String> any =
                IntStream.range(0, clients).mapToObj(Integer::toString).toList();
        return new SpeedCalls(http, (client, call) -> client + "-" + call, any, any, codes);
    }

    /** Codes for somebody who does not look at them. */
    private static final class Endless extends ConcurrentLinkedQueue<String> {

        private static final long serialVersionUID = 1;

        @Override
        public String poll() {
            return "any";
        }
    }
}
