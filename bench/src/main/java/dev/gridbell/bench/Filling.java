package dev.gridbell.bench;

import java.sql.SQLException;
import java.util.List;

/** What a database is filled with, directly: rows that depend on their number alone, so that two databases of a size are alike. */
interface Filling extends AutoCloseable {

    /** Rows of one statement. */
    int CHUNK = 20_000;

    /** Tables to fill from. Once a database. */
    void prepare() throws SQLException;

    /** Instead of {@link #prepare} on another connection. */
    Filling known() throws SQLException;

    /** What waits for somebody: as many at every size. */
    void open(int count) throws SQLException;

    /**
     * What came to an end, up to a number; the rows before it are there already. Each size spreads what it adds over the whole time.
     *
     * @param first   number of the first row, from 1
     * @param end     number after the last row
     * @param firstOf of all that are added now
     * @param endOf   of all that are added now
     * @param known   residents of whom a part of the first rows is
     */
    void ended(int first, int end, int firstOf, int endOf, List<Long> known) throws SQLException;

    /** Lets the database look at what is there, as it does by itself after a while. */
    void analyze() throws SQLException;

    /** How much there is, in words. */
    String size() throws SQLException;

    long number(String query) throws SQLException;

    void run(String sql) throws SQLException;

    @Override
    void close() throws SQLException;
}
