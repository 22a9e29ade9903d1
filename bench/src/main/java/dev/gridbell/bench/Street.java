package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** People of the demo street who are signed in: residents of its first grids and the members who serve these. */
final class Street {

    static final String RECEIVED = "MP-REQUEST-RECEIVED-00000000000000000000000";

    private static final int AT_ONCE = 8;

    /**
     * Somebody with a phone and a session.
     *
     * @param sandboxId who they are to the sandbox
     * @param openId    in the mini-program
     * @param grid      index of the grid they live in or serve
     */
    record Person(int number, String token, String sandboxId, String openId, int grid) {}

    private final Installation installation;
    private final SandboxControls sandbox;
    private final List<Person> residents = new ArrayList<>();
    private final List<Person> members = new ArrayList<>();

    private Street(Installation installation) {
        this.installation = installation;
        this.sandbox = new SandboxControls(installation);
    }

    /**
     * Signs everybody in. The members follow the official account.
     *
     * @param residents how many
     * @param following how many of them follow; the first ones
     * @param grids     in how many grids they live, 1 to 6
     */
    static Street open(Installation installation, int residents, int following, int grids) throws Exception {
        Street street = new Street(installation);
        street.members.addAll(inParallel(grids, i -> street.member(String.format("HL%03d", i + 1), i)));
        street.residents.addAll(inParallel(residents, i -> street.resident(i, grids, i < following)));
        street.waitForFollowers(grids + following);
        return street;
    }

    SandboxControls sandbox() {
        return sandbox;
    }

    List<Person> residents() {
        return residents;
    }

    Person resident(int i) {
        return residents.get(Math.floorMod(i, residents.size()));
    }

    /** The member who serves a person's grid. */
    Person memberOf(Person resident) {
        return members.get(resident.grid());
    }

    /** Somebody of the street office, for what needs a wider view. */
    Person office() throws IOException, InterruptedException {
        return staff("HL046");
    }

    /** Anybody who works for the street, by the number on their badge; at most once a run. */
    Person staff(String number) throws IOException, InterruptedException {
        return member(number, Integer.parseInt(number.substring(2)));
    }

    /**
     * The person taps "accept" for a template of the mini-program that many times. The mini-program tells of each tap; of WeChat's events,
     * those of one second are the same event.
     */
    void consent(Person person, String templateId, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            sandbox.phone(
                    person.sandboxId(), "consents", Map.of("templateIds", List.of(templateId), "choice", "accept"));
            server(i)
                    .call(
                            "POST",
                            "/api/resident/message-consents",
                            person.token(),
                            UUID.randomUUID().toString(),
                            Map.of("results", Map.of(templateId, "accept")))
                    .expect(200);
        }
    }

    /** The residents bind their phones. */
    void bindPhones() throws Exception {
        inParallel(residents.size(), i -> {
            String code = sandbox.phone(resident(i).sandboxId(), "phone-code", Map.of())
                    .at("/code");
            return server(i)
                    .call("POST", "/api/resident/phone", resident(i).token(), null, Map.of("code", code))
                    .expect(200);
        });
    }

    /** As a client of the node whose turn it is. */
    Http server(int turn) {
        List<ServerNode> nodes = installation.nodes();
        return new Http(nodes.get(Math.floorMod(turn, nodes.size())).base());
    }

    /**
     * Submits as fast as eight clients can, in turns to all nodes: two messages each, to the resident and to the member.
     *
     * @return how many were acknowledged
     */
    int submit(int count) throws Exception {
        List<Integer> statuses = inParallel(count, i -> submit(i, resident(i)));
        return (int) statuses.stream().filter(status -> status == 201).count();
    }

    /** @return the status, 0 for no answer */
    int submit(int turn, Person resident) throws InterruptedException {
        try {
            return server(turn)
                    .call(
                            "POST",
                            "/api/resident/requests",
                            resident.token(),
                            UUID.randomUUID().toString(),
                            Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。"))
                    .status();
        } catch (IOException e) {
            return 0;
        }
    }

    private Person member(String number, int grid) throws IOException, InterruptedException {
        Person person = signIn("员工" + number, phoneOf(number), 10_000 + grid, grid);
        String code = sandbox.phone(person.sandboxId(), "phone-code", Map.of()).at("/code");
        server(0)
                .call("POST", "/api/resident/phone", person.token(), null, Map.of("code", code))
                .expect(200);
        sandbox.phone(person.sandboxId(), "follow", Map.of());
        return person;
    }

    private Person resident(int number, int grids, boolean following) throws IOException, InterruptedException {
        int grid = number % grids;
        Person person = signIn("压测" + number, String.format("137%08d", number), number, grid);
        List<List<String>> doors = Doors.ofGrid(String.format("HL-01-%02d", grid + 1));
        List<String> door = doors.get(number / grids % doors.size());
        Map<String, String> household =
                Map.of("address", door.get(0), "building", door.get(1), "unit", door.get(2), "room", door.get(3));
        server(0)
                .call("PUT", "/api/resident/household", person.token(), null, household)
                .expect(200);
        if (following) {
            sandbox.phone(person.sandboxId(), "follow", Map.of());
        }
        return person;
    }

    private Person signIn(String nickname, String phone, int number, int grid)
            throws IOException, InterruptedException {
        JsonNode made = sandbox.person(nickname, phone);
        String id = made.path("id").asString("");
        String code = sandbox.phone(id, "login-code", Map.of()).at("/code");
        Http.Answer session = server(0)
                .call("POST", "/api/signin/wechat", null, null, Map.of("code", code))
                .expect(200);
        return new Person(
                number, session.at("/token"), id, made.path("miniProgramOpenId").asString(""), grid);
    }

    private static String phoneOf(String staffNumber) throws IOException {
        return Files.readAllLines(Path.of("sql/demo/staff.csv")).stream()
                .filter(line -> line.startsWith(staffNumber + ","))
                .map(line -> line.split(",", -1)[2])
                .findFirst()
                .orElseThrow();
    }

    private void waitForFollowers(int count) throws SQLException, InterruptedException {
        try (MessageTable database = new MessageTable(installation)) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (database.number("SELECT COUNT(*) FROM wechat_person WHERE following AND mini_open_id IS NOT NULL")
                    < count) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the server did not hear of all followers");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** Work for one of many. */
    interface Numbered<T> {
        T of(int i) throws Exception;
    }

    /** Does something for each number, eight at a time, in order of the numbers. */
    static <T> List<T> inParallel(int count, Numbered<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(() -> work.of(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
