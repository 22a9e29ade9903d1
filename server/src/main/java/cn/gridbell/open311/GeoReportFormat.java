package cn.gridbell.open311;

import org.springframework.http.MediaType;

/** What is answered in: the extension of the address decides, nothing else; without one it is XML, the format each server has to speak. */
enum GeoReportFormat {
    XML("text/xml;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private final MediaType type;

    GeoReportFormat(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    MediaType type() {
        return type;
    }

    /** @param path of the call */
    static GeoReportFormat of(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }

    /** @throws GeoReportRefusal 404 for a format that is not spoken here */
    static GeoReportFormat ofExtension(String extension) {
        return switch (extension) {
            case "xml" -> XML;
            case "json" -> JSON;
            default -> throw GeoReportRefusal.notFound("Unknown format: use .xml or .json. 只支持 .xml 和 .json 两种格式。");
        };
    }
}
