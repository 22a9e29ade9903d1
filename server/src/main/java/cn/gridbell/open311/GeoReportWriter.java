package cn.gridbell.open311;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as the specification shows it; JSON follows its "Spark" convention: the root element has no name. */
final class GeoReportWriter {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final JsonMapper JSON = JsonMapper.shared();

    private GeoReportWriter() {}

    static byte[] write(Body body, GeoReportFormat format) {
        return switch (format) {
            case XML -> xml(body).getBytes(StandardCharsets.UTF_8);
            case JSON -> JSON.writeValueAsBytes(plain(body));
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Body.Rows rows) {
            return rows.items().stream().map(GeoReportWriter::plain).toList();
        }
        if (value instanceof Body.Fields fields) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.values().forEach((name, field) -> plain.put(name, plain(field)));
            return plain;
        }
        return value instanceof Body.Text text ? text.value() : value;
    }

    private static String xml(Body body) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
            element(xml, body);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void element(XMLStreamWriter xml, Body body) throws XMLStreamException {
        if (body instanceof Body.Text text) {
            element(xml, text.name(), text.value());
        } else if (body instanceof Body.Rows rows) {
            elements(xml, rows.name(), rows.items());
        } else if (body instanceof Body.Fields fields) {
            xml.writeStartElement(fields.name());
            for (Map.Entry<String, @Nullable Object> field : fields.values().entrySet()) {
                element(xml, field.getKey(), field.getValue());
            }
            xml.writeEndElement();
        }
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        if (value instanceof Body.Rows rows) {
            elements(xml, name, rows.items());
        } else if (value instanceof Body.Fields fields) {
            element(xml, new Body.Fields(name, fields.values()));
        } else if (value == null) {
            xml.writeEmptyElement(name);
        } else {
            xml.writeStartElement(name);
            xml.writeCharacters(allowed(value.toString()));
            xml.writeEndElement();
        }
    }

    private static void elements(XMLStreamWriter xml, String name, List<? extends Body> items)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (Body item : items) {
            element(xml, item);
        }
        xml.writeEndElement();
    }

    /** XML 1.0 cannot carry every character, not even escaped. */
    private static String allowed(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
