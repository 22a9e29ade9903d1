package cn.gridbell.grid;

/**
 * Declared here, implemented by rooms above that keep rows of a street's files (staff, households). All parts run in the one transaction of
 * {@link StreetImports}; if any part reports a bad row, nothing is kept.
 */
public interface StreetImportPart {

    /** Smaller runs first; {@code grid} itself runs before all parts. */
    int order();

    /** Reads and checks its files, reports each bad row, stores the good ones. The grid tree can already be asked by code. */
    void load(StreetFiles files, ImportReport report);
}
