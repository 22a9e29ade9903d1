package cn.gridbell.request.routing;

import org.jspecify.annotations.Nullable;

/**
 * Who answers first.
 *
 * @param unitId for {@link Kind#UNIT}
 */
public record RouteTarget(Kind kind, @Nullable Long unitId) {

    /** What kind of holder. */
    public enum Kind {
        GRID_MEMBER,
        /** For example buildings that no property company looks after (无主管楼院). */
        COMMUNITY,
        UNIT
    }
}
