package cn.gridbell.open311;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A GeoReport v2 client that is strict about what it gets: each XML answer against the schema, each JSON answer field by field against the XML. */
final class GeoReportCalls {

    static final String LAT = "30.6417998";
    static final String LONG = "104.0665336";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final Set<String> LISTS = Set.of(
            "services",
            "service_requests",
            "service_request_updates",
            "errors",
            "attributes",
            "values",
            "endpoints",
            "formats");

    private final Http http;
    private final String key;

    GeoReportCalls(Http http, String key) {
        this.http = http;
        this.key = key;
    }

    /**
     * A client whose key the street just made.
     *
     * @param services none: all
     */
    static GeoReportCalls of(People people, boolean mayWrite, String... services) {
        return new GeoReportCalls(
                people.server(), made(people, mayWrite, services).at("/apiKey"));
    }

    static Http.Answer made(People people, boolean mayWrite, String... services) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "城市上报平台", "contact", "平台值班 王工", "mayWrite", mayWrite));
        body.put("services", List.of(services));
        return people.staff("HL046")
                .http()
                .with("Idempotency-Key", "open311-client-" + NUMBER.incrementAndGet())
                .post("/api/staff/open311-clients", body)
                .expect(201);
    }

    GeoReportCalls with(String header, String value) {
        return new GeoReportCalls(http.with(header, value), key);
    }

    String key() {
        return key;
    }

    Http.Answer get(String path) {
        return http.get("/open311/" + path);
    }

    /**
     * The same question in both formats: same status, same answer, the XML as the schema has it; gives the JSON. Asked again while the answer changes
     * under it, for others are at work in the same street.
     */
    JsonNode both(int status, String path, String query) {
        Http.Answer xml = get(path + ".xml" + query);
        Http.Answer json = get(path + ".json" + query);
        for (int again = 0; again < 10 && !get(path + ".xml" + query).text().equals(xml.text()); again++) {
            xml = get(path + ".xml" + query);
            json = get(path + ".json" + query);
        }
        return same(status, xml, json);
    }

    static JsonNode same(int status, Http.Answer xml, Http.Answer json) {
        xml.expect(status);
        json.expect(status);
        assertThat(xml.headers().get("content-type")).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(json.headers().get("content-type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(xml.text()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        assertThat(texts(json.json())).isEqualTo(spark(checked(xml)));
        return json.json();
    }

    /** Posts a form as it would be typed: names and values in turn. */
    Http.Answer post(String path, String... sent) {
        StringBuilder form = new StringBuilder("api_key=" + encoded(key));
        for (int i = 0; i < sent.length; i += 2) {
            form.append('&').append(sent[i]).append('=').append(encoded(sent[i + 1]));
        }
        return raw(path, form.toString());
    }

    Http.Answer raw(String path, String form) {
        return http.send("POST", "/open311/v2/" + path, form.getBytes(StandardCharsets.UTF_8), FORM);
    }

    /** Reports a broken street light and gives its number. */
    String reported(String description) {
        Http.Answer answer = post(
                "requests.json", "service_code", "STREET_LIGHT", "lat", LAT, "long", LONG, "description", description);
        return answer.expect(200).at("/0/service_request_id");
    }

    static Document checked(Http.Answer xml) {
        try {
            var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(GeoReportCalls.class.getResource("/open311/georeport-v2.xsd")));
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml.bytes())));
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.bytes()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e.getMessage() + ": " + xml.text(), e);
        }
    }

    private static JsonNode spark(Document document) {
        return Objects.requireNonNull(spark(document.getDocumentElement()));
    }

    private static JsonNode spark(Element element) {
        if (LISTS.contains(element.getTagName())) {
            ArrayNode items = JSON.createArrayNode();
            for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
                items.add(spark((Element) at));
            }
            return items;
        }
        if (element.getFirstChild() instanceof Element) {
            ObjectNode fields = JSON.createObjectNode();
            for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
                fields.set(((Element) at).getTagName(), spark((Element) at));
            }
            return fields;
        }
        String text = element.getTextContent();
        return text.isEmpty()
                ? JSON.getNodeFactory().nullNode()
                : JSON.getNodeFactory().stringNode(text);
    }

    /** Numbers and truths as texts: XML knows no others. */
    private static JsonNode texts(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(texts(item)));
            return items;
        }
        if (node.isObject()) {
            ObjectNode fields = JSON.createObjectNode();
            node.propertyStream().forEach(field -> fields.set(field.getKey(), texts(field.getValue())));
            return fields;
        }
        return node.isNull() ? node : JSON.getNodeFactory().stringNode(node.asString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
