package dev.gridbell.bench;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people look at most, each one call over HTTP, for one of those who look, in turn. */
final class Lookups {

    /** One call. */
    interface Lookup {
        Http.Answer ask(int turn) throws IOException, InterruptedException;
    }

    private record Place(String category, double latitude, double longitude) {}

    private final Http http;
    private final Street street;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Lookup> all = new LinkedHashMap<>();

    private Lookups(Installation installation, Street street) {
        this.http = new Http(installation.base());
        this.street = street;
    }

    /** Made once what is looked at is there. */
    static Lookups of(Installation installation, Street street, Staff staff) throws Exception {
        Lookups lookups = new Lookups(installation, street);
        lookups.readPlaces(installation);
        lookups.ofResidents();
        lookups.ofStaff(staff);
        lookups.ofThePublic();
        return lookups;
    }

    /** Those alone that need nobody who reported something. */
    static Lookups ofPublic(Installation installation, Street street) throws SQLException {
        Lookups lookups = new Lookups(installation, street);
        lookups.readPlaces(installation);
        lookups.ofThePublic();
        return lookups;
    }

    /** By name, in the order of the table. */
    Map<String, Lookup> all() {
        return all;
    }

    /**
     * Those who work here.
     *
     * @param unit a member of a unit
     */
    record Staff(Street.Person member, Street.Person community, Street.Person office, Street.Person unit) {}

    private void ofResidents() throws IOException, InterruptedException {
        List<String> later = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Street.Person resident : street.residents()) {
            JsonNode first = get("/api/resident/requests", resident).expect(200).json();
            JsonNode second = get(
                            "/api/resident/requests?after=" + first.path("next").asString(), resident)
                    .expect(200)
                    .json();
            later.add(second.path("next").asString());
            ids.add(second.at("/items/7/id").asString());
        }
        all.put("my requests", turn -> get("/api/resident/requests", street.resident(turn)));
        all.put(
                "my requests, third page",
                turn -> get("/api/resident/requests?after=" + of(later, turn), street.resident(turn)));
        all.put("one request", turn -> get("/api/resident/requests/" + of(ids, turn), street.resident(turn)));
        all.put("nearby", turn -> {
            Place place = of(places, turn);
            Location gcj = Location.of(new GeoPoint(place.latitude(), place.longitude()));
            return get(
                    "/api/resident/requests/nearby?latitude=" + gcj.latitude() + "&longitude=" + gcj.longitude()
                            + "&category=" + place.category(),
                    street.resident(turn));
        });
    }

    private void ofStaff(Staff staff) throws IOException, InterruptedException {
        box("mine, grid member", "MINE", staff.member());
        box("grid, grid member", "GRID", staff.member());
        box("grid, community", "GRID", staff.community());
        box("grid, street", "GRID", staff.office());
        box("unit", "UNIT", staff.unit());
        box("overdue, grid member", "OVERDUE", staff.member());
        box("overdue, street", "OVERDUE", staff.office());
        all.put("joint meeting", turn -> get("/api/staff/joint-meeting", staff.office()));
        List<String> ids = new ArrayList<>();
        get("/api/staff/requests?box=GRID&limit=50", staff.member())
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        all.put("one request, grid member", turn -> get("/api/staff/requests/" + of(ids, turn), staff.member()));
    }

    private void box(String name, String box, Street.Person who) throws IOException, InterruptedException {
        String path = "/api/staff/requests?box=" + box;
        String next = get(path, who).expect(200).json().path("next").asString("");
        all.put("box " + name, turn -> get(path, who));
        if (!next.isEmpty()) {
            all.put("box " + name + ", page 2", turn -> get(path + "&after=" + next, who));
        }
    }

    private void ofThePublic() {
        open311("newest", "");
        open311("page 20", "&page=20");
        open311("open ones", "&status=open");
        open311("closed ones", "&status=closed");
        open311("one category", "&service_code=MANHOLE");
        all.put("public list, around a place", turn -> {
            Place place = of(places, turn);
            return publicly(String.format(Locale.ROOT, "&lat=%.5f&long=%.5f", place.latitude(), place.longitude()));
        });
        all.put("public list, open around a place", turn -> {
            Place place = of(places, turn);
            return publicly(
                    String.format(Locale.ROOT, "&status=open&lat=%.5f&long=%.5f", place.latitude(), place.longitude()));
        });
        open311("around where nothing is", "&lat=30.60000&long=104.00000");
        open311(
                "last changed",
                "&updated_after=" + LocalDate.now(ZoneOffset.UTC).minusDays(30) + "T00:00:00Z");
    }

    private void open311(String name, String query) {
        all.put("public list, " + name, turn -> publicly(query));
    }

    private Http.Answer publicly(String query) throws IOException, InterruptedException {
        return http.call("GET", "/open311/v2/requests.json?page_size=50" + query, null, null, null);
    }

    private Http.Answer get(String path, Street.Person who) throws IOException, InterruptedException {
        return http.call("GET", path, who.token(), null, null);
    }

    private void readPlaces(Installation installation) throws SQLException {
        try (var database = installation.connect();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT r.category, r.latitude, r.longitude FROM request r JOIN request_category c ON c.code = r.category
                        WHERE r.open_due_at IS NOT NULL AND r.latitude IS NOT NULL AND NOT c.private ORDER BY r.id LIMIT 60""")) {
            while (row.next()) {
                places.add(new Place(row.getString(1), row.getDouble(2), row.getDouble(3)));
            }
        }
    }

    private static <T> T of(List<T> some, int turn) {
        return some.get(Math.floorMod(turn, some.size()));
    }
}
