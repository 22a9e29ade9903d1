package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Doors of the demo street. */
final class Doors {

    private Doors() {}

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
