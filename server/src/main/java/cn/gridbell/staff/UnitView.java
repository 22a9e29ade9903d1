package cn.gridbell.staff;

/**
 * A unit as residents and other rooms see it.
 *
 * @param code the street's own
 * @param name in Chinese
 */
public record UnitView(UnitId id, String code, String name, UnitKind kind, boolean active) {}
