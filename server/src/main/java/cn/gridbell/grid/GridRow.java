package cn.gridbell.grid;

import org.jspecify.annotations.Nullable;

/**
 * A territory as stored.
 *
 * @param id         0 before it is stored
 * @param parentCode null for the street
 * @param territory  WKT polygon, WGS-84; null where none was drawn
 */
record GridRow(
        long id,
        String code,
        String name,
        GridLevel level,
        @Nullable MicroGridKind kind,
        @Nullable String parentCode,
        @Nullable String territory) {}
