package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Doors of the demo street. */
final class Doors {

    private Doors() {}

    /** One door after the other from each of the first grids of the street, so that neighbours serve different members. */
    static List<List<String>> ofGrids(int grids) throws IOException {
        List<List<List<String>>> each = new ArrayList<>();
        for (int grid = 1; grid <= grids; grid++) {
            each.add(ofGrid(String.format("HL-01-%02d", grid)));
        }
        int rows = each.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, rows * grids)
                .mapToObj(i -> each.get(i % grids).get(i / grids))
                .toList();
    }

    /** @return address, building, unit, room of each household of a grid */
    static List<List<String>> ofGrid(String code) throws IOException {
        return Files.readAllLines(Path.of("sql/demo/households.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .filter(cells -> cells.get(4).equals(code))
                .map(cells -> cells.subList(0, 4))
                .toList();
    }
}
