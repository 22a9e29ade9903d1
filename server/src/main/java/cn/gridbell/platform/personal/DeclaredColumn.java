package cn.gridbell.platform.personal;

/**
 * A column as its room declares it.
 *
 * @param note of a personal one what it is, of a kept one why it is kept; in Chinese
 * @param seal where a sealed value is bound to, for example {@code visit.door_code|{id}}; empty if it is not sealed
 */
public record DeclaredColumn(String name, ColumnKind kind, String note, String seal) {}
