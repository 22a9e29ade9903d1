package cn.gridbell.platform.personal;

import java.util.List;

/**
 * A table as its room declares it.
 *
 * @param title in Chinese
 * @param of    which rows are a resident's, as a condition on {@code :resident}, {@code :persons} and {@code :senders}; empty if none is
 */
public record DeclaredTable(String room, String name, String title, String of, List<DeclaredColumn> columns) {

    public DeclaredTable {
        columns = List.copyOf(columns);
    }

    /** What is given out. */
    List<DeclaredColumn> shown() {
        return columns.stream()
                .filter(column -> column.kind() != ColumnKind.TECHNICAL)
                .toList();
    }
}
