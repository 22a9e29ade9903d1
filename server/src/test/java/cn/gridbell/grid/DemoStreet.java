package cn.gridbell.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridbell.grid.DemoMesh.Place;
import cn.gridbell.grid.DemoMesh.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the demo street: 和铃街道, which is nowhere. Its names, roads, people and telephone numbers are made up; the same seed gives the same
 * files, byte by byte. After {@code ./mvnw -pl server test-compile}: {@code java -cp server/target/test-classes:server/target/classes cn.gridbell.grid.DemoStreet sql/demo}.
 */
final class DemoStreet {

    static final int HOUSEHOLDS = 4_000;

    private static final long SEED = 20_261_123L;
    private static final int GRIDS = 30;
    private static final List<String> COMMUNITIES = List.of("听铃", "榕荫", "望溪", "南亭", "新禾");
    private static final List<List<String>> ROADS = List.of(
            List.of("听铃路", "铃音巷"),
            List.of("榕荫大街", "榕荫东路"),
            List.of("望溪路", "溪桥街"),
            List.of("南亭路", "南亭后街"),
            List.of("新禾大道", "禾田巷"));

    /** The blocks (3 across, 5 up, each 5 by 2 cells) of each community. */
    private static final List<List<Spot>> BLOCKS = List.of(
            List.of(new Spot(0, 0), new Spot(1, 0), new Spot(0, 1)),
            List.of(new Spot(2, 0), new Spot(1, 1), new Spot(2, 1)),
            List.of(new Spot(0, 2), new Spot(1, 2), new Spot(2, 2)),
            List.of(new Spot(0, 3), new Spot(0, 4), new Spot(1, 4)),
            List.of(new Spot(1, 3), new Spot(2, 3), new Spot(2, 4)));

    private final Random random = new Random(SEED);
    private final DemoMesh mesh = new DemoMesh(15, 10, random);
    private final StringBuilder grids = new StringBuilder("code,name,level,kind,parent_code\n");
    private final List<String> territories = new ArrayList<>();
    private final StringBuilder buildings = new StringBuilder("address,building,grid_code,latitude,longitude\n");
    private final StringBuilder households = new StringBuilder("address,building,unit,room,grid_code\n");
    private int gridNumber;

    private DemoStreet() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
        }
    }

    /** The files by name. */
    static Map<String, String> files() {
        return new DemoStreet().draw();
    }

    private Map<String, String> draw() {
        grids.append("HL,和铃街道,STREET,,\n");
        Set<Spot> all = new TreeSet<>();
        for (int row = 0; row < mesh.rows(); row++) {
            for (int column = 0; column < mesh.columns(); column++) {
                all.add(new Spot(column, row));
            }
        }
        territory("HL", all);
        for (int community = 0; community < COMMUNITIES.size(); community++) {
            community(community);
        }
        DemoStaff staff = new DemoStaff(new Random(SEED + 1));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("grids.csv", grids.toString());
        files.put(
                "territories.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", territories) + "\n]}\n");
        files.put("buildings.csv", buildings.toString());
        files.put("staff.csv", staff.staff());
        files.put("duties.csv", staff.duties());
        files.put("units.csv", DemoStaff.UNITS);
        files.put("unit_members.csv", DemoStaff.UNIT_MEMBERS);
        files.put("households.csv", households.toString());
        return files;
    }

    private void community(int index) {
        String code = String.format(Locale.ROOT, "HL-%02d", index + 1);
        String name = COMMUNITIES.get(index);
        grids.append(line(code, name + "社区", "COMMUNITY", "", "HL"));
        Set<Spot> cells = new TreeSet<>();
        List<Set<Spot>> parts = new ArrayList<>();
        for (Spot block : BLOCKS.get(index)) {
            List<Set<Spot>> halves = halves(block);
            parts.addAll(halves);
            halves.forEach(cells::addAll);
        }
        territory(code, cells);
        for (int part = 0; part < parts.size(); part++) {
            grid(index, part + 1, parts.get(part));
        }
    }

    /** Cuts a block of ten cells into two grids of five, a different step each time. */
    private List<Set<Spot>> halves(Spot block) {
        int below = 1 + random.nextInt(4);
        Set<Spot> first = new TreeSet<>();
        Set<Spot> second = new TreeSet<>();
        for (int column = 0; column < 5; column++) {
            (column < below ? first : second).add(new Spot(block.column() * 5 + column, block.row() * 2));
            (column < 5 - below ? first : second).add(new Spot(block.column() * 5 + column, block.row() * 2 + 1));
        }
        return List.of(first, second);
    }

    private void grid(int community, int number, Set<Spot> cells) {
        String code = String.format(Locale.ROOT, "HL-%02d-%02d", community + 1, number);
        String name = COMMUNITIES.get(community) + "第" + "一二三四五六".charAt(number - 1) + "网格";
        grids.append(line(code, name, "GRID", "", String.format(Locale.ROOT, "HL-%02d", community + 1)));
        territory(code, cells);
        List<String> houses = new ArrayList<>();
        int micro = 0;
        for (Spot cell : cells) {
            micro++;
            houses.addAll(microGrid(community, number, micro, cell));
        }
        int doors = HOUSEHOLDS / GRIDS + (gridNumber < HOUSEHOLDS % GRIDS ? 1 : 0);
        gridNumber++;
        for (int door = 0; door < doors; door++) {
            int inHouse = door / houses.size();
            int room = (1 + inHouse / 4) * 100 + 1 + inHouse / 2 % 2;
            households.append(
                    line(houses.get(door % houses.size()), 1 + inHouse % 2 + "单元", String.valueOf(room), code));
        }
    }

    /** @return the dwelling houses in it, as {@code address,building} */
    private List<String> microGrid(int community, int grid, int micro, Spot cell) {
        String parent = String.format(Locale.ROOT, "HL-%02d-%02d", community + 1, grid);
        String code = parent + String.format(Locale.ROOT, "-%02d", micro);
        MicroGridKind kind = kindOf(grid, micro);
        String name = COMMUNITIES.get(community) + grid + "格" + micro + "号微网格（" + kind.words() + "）";
        grids.append(line(code, name, "MICRO_GRID", kind.name(), parent));
        territory(code, Set.of(cell));
        String road = ROADS.get(community).get(grid % 2);
        String address = road + ((grid - 1) * 10 + micro * 2 - grid % 2) + "号";
        int entrances = kind == MicroGridKind.BUILDING ? 2 + (grid + micro) % 2 : 1;
        List<String> houses = new ArrayList<>();
        for (int entrance = 1; entrance <= entrances; entrance++) {
            String building = kind == MicroGridKind.BUILDING ? entrance + (micro % 2 == 0 ? "栋" : "号楼") : "";
            Place place = mesh.inside(cell, entrance * 2);
            buildings.append(line(address, building, code, place.latitudeText(), place.longitudeText()));
            if (kind == MicroGridKind.BUILDING) {
                houses.add(address + "," + building);
            }
        }
        return houses;
    }

    private static MicroGridKind kindOf(int grid, int micro) {
        return switch (micro) {
            case 3 -> MicroGridKind.STREET_SHOP;
            case 4 -> MicroGridKind.RESIDENT_UNIT;
            case 5 -> grid % 2 == 0 ? MicroGridKind.CONSTRUCTION_SITE : MicroGridKind.BUILDING;
            default -> MicroGridKind.BUILDING;
        };
    }

    private void territory(String code, Set<Spot> cells) {
        StringBuilder ring = new StringBuilder();
        for (Place place : mesh.ringAround(cells)) {
            ring.append(ring.isEmpty() ? "[" : ",[")
                    .append(place.longitudeText())
                    .append(',')
                    .append(place.latitudeText())
                    .append(']');
        }
        territories.add("{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}");
    }

    private static String line(String... cells) {
        return String.join(",", cells) + "\n";
    }
}
