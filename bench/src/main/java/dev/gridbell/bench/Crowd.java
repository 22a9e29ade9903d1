package dev.gridbell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Residents who are signed in and live at doors of the demo street. */
final class Crowd {

    /**
     * Somebody signed in.
     *
     * @param person their id in the sandbox
     */
    record Member(int number, String token, String person) {}

    private final Installation installation;

    Crowd(Installation installation) {
        this.installation = installation;
    }

    /**
     * Signs people in, eight at a time.
     *
     * @param doors for each person a door (address, building, unit, room), taken in turn
     */
    List<Member> signIn(int people, List<List<String>> doors) throws Exception {
        return signIn(0, people, doors);
    }

    /** As above. @param first number of the first one; nobody may have had it */
    List<Member> signIn(int first, int people, List<List<String>> doors) throws Exception {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<Member>> made = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int number = first + i;
                made.add(eight.submit(() -> signInOne(number, doors.get(number % doors.size()))));
            }
            List<Member> members = new ArrayList<>();
            for (Future<Member> member : made) {
                members.add(member.get());
            }
            return members;
        } finally {
            eight.shutdown();
        }
    }

    private Member signInOne(int number, List<String> door) throws IOException, InterruptedException {
        Http sandbox = new Http(installation.sandboxBase());
        Http server = new Http(installation.base());
        Map<String, String> wish = Map.of("nickname", "压测" + number, "phone", String.format("137%08d", number));
        String id = sandbox.call("POST", "/sandbox/people", null, null, wish)
                .expect(201)
                .at("/id");
        String code = sandbox.call("POST", "/sandbox/people/" + id + "/login-code", null, null, null)
                .at("/code");
        String token = server.call("POST", "/api/signin/wechat", null, null, Map.of("code", code))
                .expect(200)
                .at("/token");
        Map<String, String> household =
                Map.of("address", door.get(0), "building", door.get(1), "unit", door.get(2), "room", door.get(3));
        server.call("PUT", "/api/resident/household", token, null, household).expect(200);
        return new Member(number, token, id);
    }
}
