package cn.gridbell.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one street: CSV tables by name and the territories' GeoJSON. */
public interface StreetFiles {

    /**
     * The rows of a CSV file (UTF-8, with header), or empty if the street brings no such file.
     *
     * @param name for example {@code staff.csv}
     */
    Optional<List<Row>> table(String name);

    /** The text of a GeoJSON file. */
    Optional<String> text(String name);

    /**
     * One row.
     *
     * @param line 1 is the header, 2 the first row
     * @param cells by column name, trimmed; absent columns are absent, empty cells are empty strings
     */
    record Row(int line, Map<String, String> cells) {}
}
