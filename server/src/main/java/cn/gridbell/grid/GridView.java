package cn.gridbell.grid;

import org.jspecify.annotations.Nullable;

/**
 * A territory as others see it.
 *
 * @param code   the street's own code, for example {@code HL-03-05}
 * @param kind   only for micro-grids
 * @param parent null for the street
 */
public record GridView(
        GridId id,
        String code,
        String name,
        GridLevel level,
        @Nullable MicroGridKind kind,
        @Nullable GridId parent) {}
