package dev.gridbell.firstrun.story;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * What the story knows of the demo street beforehand, as people who live there do: doors, where they are, and who answers
 * for them. Read from the same files that the server imports.
 */
public final class StreetDirectory {

    private static final String FOLDER = "/db/demo/";

    private final List<Map<String, String>> doors;
    private final List<Map<String, String>> buildings;
    private final Map<String, String> gridNames;
    private final List<Map<String, String>> duties;
    private final List<Map<String, String>> staff;
    private final List<Map<String, String>> unitMembers;

    private StreetDirectory() {
        doors = table("households.csv");
        buildings = table("buildings.csv");
        duties = table("duties.csv");
        staff = table("staff.csv");
        unitMembers = table("unit_members.csv");
        gridNames = new LinkedHashMap<>();
        table("grids.csv").forEach(row -> gridNames.put(cell(row, "code"), cell(row, "name")));
    }

    /** From the files in the server's jar. */
    public static StreetDirectory ofTheServer() {
        return new StreetDirectory();
    }

    /**
     * A door.
     *
     * @param location of its entrance, GCJ-02 as a phone says it
     * @param gridCode of its grid, level GRID
     */
    record Door(
            String address,
            String building,
            String unit,
            String room,
            Location location,
            String gridCode,
            String gridName) {}

    /** Somebody who works for the street; {@code phone} is the one the account is bound by. */
    record Member(String name, String phone) {}

    /** Any door that stands in the list of buildings. */
    Door anyDoor(RandomGenerator random) {
        while (true) {
            Map<String, String> row = doors.get(random.nextInt(doors.size()));
            for (Map<String, String> building : buildings) {
                if (cell(building, "address").equals(cell(row, "address"))
                        && cell(building, "building").equals(cell(row, "building"))) {
                    return door(row, building);
                }
            }
        }
    }

    /** Who answers for a grid. */
    Member memberOf(String gridCode) {
        return serving(gridCode, "GRID_MEMBER");
    }

    /** Who answers for the community above a grid. */
    Member communityOf(String gridCode) {
        return serving(gridCode.substring(0, gridCode.lastIndexOf('-')), "COMMUNITY");
    }

    /** Who answers for the street that a grid lies in. */
    Member streetOf(String gridCode) {
        return serving(gridCode.substring(0, gridCode.indexOf('-')), "STREET");
    }

    /** Whom the district names for that street. */
    Member districtOf(String gridCode) {
        return serving(gridCode.substring(0, gridCode.indexOf('-')), "DISTRICT");
    }

    /** Who is told first of what comes to a unit. */
    Member leadOf(String unitCode) {
        return unitMembers.stream()
                .filter(row -> cell(row, "unit_code").equals(unitCode)
                        && cell(row, "lead").equals("true"))
                .flatMap(row -> staff.stream().filter(one -> cell(one, "number").equals(cell(row, "staff_number"))))
                .map(one -> new Member(cell(one, "name"), cell(one, "phone")))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("示范街道的单位 " + unitCode + " 没有负责人"));
    }

    private Member serving(String code, String role) {
        return duties.stream()
                .filter(duty -> cell(duty, "grid_code").equals(code))
                .flatMap(duty ->
                        staff.stream().filter(member -> cell(member, "number").equals(cell(duty, "staff_number"))))
                .filter(member -> List.of(cell(member, "roles").split("\\|")).contains(role))
                .map(member -> new Member(cell(member, "name"), cell(member, "phone")))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("示范街道里没有人负责 " + code));
    }

    private Door door(Map<String, String> row, Map<String, String> building) {
        GeoPoint place = new GeoPoint(
                Double.parseDouble(cell(building, "latitude")), Double.parseDouble(cell(building, "longitude")));
        String code = cell(row, "grid_code");
        return new Door(
                cell(row, "address"),
                cell(row, "building"),
                cell(row, "unit"),
                cell(row, "room"),
                Location.of(place),
                code,
                gridNames.getOrDefault(code, code));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** The demo files quote no cell. */
    private static List<Map<String, String>> table(String name) {
        try (InputStream in = StreetDirectory.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new StoryFailed("找不到示范街道的文件 " + FOLDER + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] columns = Objects.requireNonNull(lines.readLine(), name).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < columns.length && column < cells.length; column++) {
                    row.put(columns[column], cells[column]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
