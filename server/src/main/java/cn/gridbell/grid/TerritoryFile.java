package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code territories.geojson}: a FeatureCollection of polygons in WGS-84, each with the code of its territory. */
final class TerritoryFile {

    /** One polygon and the line its feature begins in. */
    record Drawn(int line, Polygon area) {}

    private static final String FILE = StreetFormat.TERRITORIES;
    private static final String GEOMETRY = "geometry";
    private static final int MOST_POSITIONS = 20_000;
    private static final ObjectReader JSON =
            JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Set<String> codes;
    private final ImportReport report;
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    private TerritoryFile(Set<String> codes, ImportReport report) {
        this.codes = codes;
        this.report = report;
    }

    /**
     * Good polygons by code; each other one is in the report.
     *
     * @param codes the territories there are
     */
    static Map<String, Drawn> read(StreetFiles files, Set<String> codes, ImportReport report) {
        int badBefore = report.badRows().size();
        TerritoryFile file = new TerritoryFile(codes, report);
        String text = files.text(FILE).orElse(null);
        if (text != null) {
            file.readFeatures(text);
        } else if (report.badRows().size() == badBefore) {
            report.bad(FILE, 0, "", "缺少这个文件，或文件无法读取。");
        }
        return file.drawn;
    }

    private void readFeatures(String text) {
        int line = 1;
        boolean found = false;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                report.bad(FILE, 1, "", "不是 GeoJSON，应是一个 FeatureCollection。");
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean features = "features".equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (!features || value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    line = parser.currentTokenLocation().getLineNr();
                    feature(line, JSON.readTree(parser));
                }
            }
        } catch (JacksonException broken) {
            int where =
                    broken.getLocation() == null ? line : broken.getLocation().getLineNr();
            report.bad(FILE, where, "", "不是完整的 JSON，请重新导出。");
            return;
        }
        if (!found) {
            report.bad(FILE, 1, "features", "不是 GeoJSON，应是一个 FeatureCollection。");
        }
    }

    private void feature(int line, JsonNode feature) {
        String code = feature.path("properties").path("code").asString("");
        if (!codes.contains(code)) {
            report.bad(FILE, line, "properties.code", "网格表里没有这个编码。");
            return;
        }
        Polygon area = polygon(line, feature.path(GEOMETRY));
        if (area == null) {
            return;
        }
        Drawn before = drawn.putIfAbsent(code, new Drawn(line, area));
        if (before != null) {
            report.bad(FILE, line, "properties.code", "这个编码的范围与第" + before.line() + "行重复。");
        }
    }

    private @Nullable Polygon polygon(int line, JsonNode geometry) {
        if (!geometry.path("type").asString("").equals("Polygon")) {
            report.bad(FILE, line, GEOMETRY + ".type", "范围应是 Polygon；分成几块的，请画成相连的一块或分成几个网格。");
            return null;
        }
        List<LinearRing> rings = new ArrayList<>();
        for (JsonNode positions : geometry.path("coordinates")) {
            LinearRing ring = ring(line, positions);
            if (ring == null) {
                return null;
            }
            rings.add(ring);
        }
        if (rings.isEmpty()) {
            report.bad(FILE, line, GEOMETRY + ".coordinates", "范围没有坐标。");
            return null;
        }
        Polygon area = GEOMETRIES.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        if (error != null) {
            report.bad(FILE, line, GEOMETRY, reason(error));
            return null;
        }
        return area;
    }

    private @Nullable LinearRing ring(int line, JsonNode positions) {
        List<Coordinate> ring = new ArrayList<>();
        for (JsonNode position : positions) {
            Coordinate coordinate = coordinate(position);
            if (coordinate == null || ring.size() >= MOST_POSITIONS) {
                report.bad(
                        FILE,
                        line,
                        GEOMETRY + ".coordinates",
                        coordinate == null
                                ? "坐标应是 [经度, 纬度]，WGS-84，在中国境内；经纬度可能写反了。"
                                : "一圈的坐标太多，最多" + MOST_POSITIONS + "个。");
                return null;
            }
            ring.add(coordinate);
        }
        if (ring.size() < 4 || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            report.bad(FILE, line, GEOMETRY + ".coordinates", "范围没有闭合：最后一个坐标应与第一个相同，至少4个坐标。");
            return null;
        }
        return GEOMETRIES.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static @Nullable Coordinate coordinate(JsonNode position) {
        if (!position.isArray()
                || !position.path(0).isNumber()
                || !position.path(1).isNumber()) {
            return null;
        }
        double longitude = position.path(0).asDouble();
        double latitude = position.path(1).asDouble();
        boolean inChina = longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
        return inChina ? new Coordinate(longitude, latitude) : null;
    }

    private static String reason(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        String where = at == null ? "" : "，在经度" + at.x + "、纬度" + at.y + "附近";
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "范围的边线自己相交" + where + "，请重画。";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES ->
                "范围里的空洞画错了" + where + "，请重画。";
            default -> "范围画得不对" + where + "，请重画。";
        };
    }
}
