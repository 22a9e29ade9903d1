package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Whether territories fit together: each inside its parent, siblings without overlapping, and down to level GRID without leaving a gap.
 * Differences thinner than {@link TerritoryIndex#HAIRLINE_DEGREES} (about ten centimetres) are taken for two drawings of one border.
 */
final class TerritoryChecks {

    private static final String FILE = StreetFormat.TERRITORIES;
    private static final String COLUMN = "geometry";
    private static final Set<GridLevel> FILLED = EnumSet.of(GridLevel.STREET, GridLevel.COMMUNITY);
    private static final double METRES_A_DEGREE = 111_195.08;

    private final Map<String, GridTable.Line> lines;
    private final Map<String, TerritoryFile.Drawn> drawn;
    private final ImportReport report;

    TerritoryChecks(Map<String, GridTable.Line> lines, Map<String, TerritoryFile.Drawn> drawn, ImportReport report) {
        this.lines = lines;
        this.drawn = drawn;
        this.report = report;
    }

    void run() {
        if (drawn.isEmpty()) {
            return; // the file as a whole is in the report
        }
        boolean complete = true;
        for (GridTable.Line line : lines.values()) {
            TerritoryFile.Drawn own = drawn.get(line.code());
            if (own != null) {
                checkInside(own, line.parentCode());
            } else if (line.level() != GridLevel.MICRO_GRID) {
                complete = false;
                report.bad(StreetFormat.GRIDS, line.line(), "code", "范围文件里没有这个编码的可用范围。");
            }
        }
        for (GridTable.Line parent : lines.values()) {
            List<GridTable.Line> children = lines.values().stream()
                    .filter(line -> parent.code().equals(line.parentCode()) && drawn.containsKey(line.code()))
                    .toList();
            checkApart(children);
            if (complete && FILLED.contains(parent.level())) {
                checkFilled(parent, children);
            }
        }
    }

    private void checkInside(TerritoryFile.Drawn own, @Nullable String parentCode) {
        TerritoryFile.Drawn parent = parentCode == null ? null : drawn.get(parentCode);
        if (parent == null || parent.area().covers(own.area())) {
            return;
        }
        Geometry outside = OverlayNGRobust.overlay(own.area(), parent.area(), OverlayNG.DIFFERENCE);
        if (widerThanAHair(outside)) {
            report.bad(FILE, own.line(), COLUMN, "范围有约" + squareMetres(outside) + "平方米在上级" + parentCode + "之外。");
        }
    }

    private void checkApart(List<GridTable.Line> siblings) {
        for (int i = 1; i < siblings.size(); i++) {
            TerritoryFile.Drawn later = drawn(siblings.get(i));
            for (GridTable.Line other : siblings.subList(0, i)) {
                Polygon before = drawn(other).area();
                if (!before.getEnvelopeInternal().intersects(later.area().getEnvelopeInternal())) {
                    continue;
                }
                Geometry shared = OverlayNGRobust.overlay(before, later.area(), OverlayNG.INTERSECTION);
                if (widerThanAHair(shared)) {
                    report.bad(
                            FILE, later.line(), COLUMN, "范围与" + other.code() + "重叠了约" + squareMetres(shared) + "平方米。");
                }
            }
        }
    }

    private void checkFilled(GridTable.Line parent, List<GridTable.Line> children) {
        List<Geometry> areas = new ArrayList<>();
        children.forEach(child -> areas.add(drawn(child).area()));
        TerritoryFile.Drawn own = drawn(parent);
        Geometry gap = areas.isEmpty()
                ? own.area()
                : OverlayNGRobust.overlay(own.area(), OverlayNGRobust.union(areas), OverlayNG.DIFFERENCE);
        if (widerThanAHair(gap)) {
            GridLevel below = GridLevel.values()[parent.level().ordinal() + 1];
            report.bad(FILE, own.line(), COLUMN, "有约" + squareMetres(gap) + "平方米没有划给任何" + below.words() + "。");
        }
    }

    private TerritoryFile.Drawn drawn(GridTable.Line line) {
        TerritoryFile.Drawn own = drawn.get(line.code());
        if (own == null) {
            throw new IllegalStateException("not drawn");
        }
        return own;
    }

    private static boolean widerThanAHair(Geometry area) {
        return !area.buffer(-TerritoryIndex.HAIRLINE_DEGREES / 2).isEmpty();
    }

    private static long squareMetres(Geometry area) {
        double latitude = area.getEnvelopeInternal().centre().y;
        double squareDegree = METRES_A_DEGREE * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.max(1, Math.round(area.getArea() * squareDegree));
    }
}
