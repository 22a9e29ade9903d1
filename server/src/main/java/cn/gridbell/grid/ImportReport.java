package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import found: every bad row with file, line, column and reason, and how many rows of each kind were taken. */
public final class ImportReport {

    /**
     * One bad cell or row.
     *
     * @param line   1 is the header; 0 when the file as a whole is meant
     * @param column the column's name, empty when the row as a whole is meant
     * @param reason Chinese sentence; no personal data
     */
    public record BadRow(String file, int line, String column, String reason) {}

    private final List<BadRow> badRows = new ArrayList<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    public void bad(String file, int line, String column, String reason) {
        badRows.add(new BadRow(file, line, column, reason));
    }

    public void taken(String kind, int rows) {
        taken.merge(kind, rows, Integer::sum);
    }

    public List<BadRow> badRows() {
        return List.copyOf(badRows);
    }

    public Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }

    public boolean clean() {
        return badRows.isEmpty();
    }
}
