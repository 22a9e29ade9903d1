package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import found: every bad row with file, line, column and reason, and how many rows of each kind were taken. */
public final class ImportReport {

    /** More bad rows than a person can mend in one go are only counted. */
    static final int MOST_BAD_ROWS = 1_000;

    /**
     * One bad cell or row.
     *
     * @param line   1 is the header; 0 when the file as a whole is meant
     * @param column the column's name, empty when the row as a whole is meant
     * @param reason Chinese sentence; no personal data
     */
    public record BadRow(String file, int line, String column, String reason) {

        /** One line for an operator. */
        @Override
        public String toString() {
            String where = line == 0 ? file : file + " 第" + line + "行";
            return where + (column.isEmpty() ? "" : "（" + column + "）") + "：" + reason;
        }
    }

    private final List<BadRow> badRows = new ArrayList<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private int unlisted;

    public void bad(String file, int line, String column, String reason) {
        if (badRows.size() < MOST_BAD_ROWS) {
            badRows.add(new BadRow(file, line, column, reason));
        } else {
            unlisted++;
        }
    }

    public void taken(String kind, int rows) {
        taken.merge(kind, rows, Integer::sum);
    }

    public List<BadRow> badRows() {
        return List.copyOf(badRows);
    }

    /** Bad rows beyond those in {@link #badRows()}. */
    public int unlisted() {
        return unlisted;
    }

    /** Rows by kind, in the order they were taken. */
    public Map<String, Integer> taken() {
        return new LinkedHashMap<>(taken);
    }

    public boolean clean() {
        return badRows.isEmpty();
    }
}
