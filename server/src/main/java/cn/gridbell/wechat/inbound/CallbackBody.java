package cn.gridbell.wechat.inbound;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a callback's body, XML or JSON, into one JSON object. XML has no DTD, no entities and little depth here. */
final class CallbackBody {

    private static final int DEEPEST = 8;
    private static final Pattern NO_XML_CHARACTER = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private static final XMLInputFactory XML = xml();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CallbackBody() {}

    /** Not looked up: whichever library of the class path offers itself, this one reads. Malformed text is found here and not at some later getter. */
    private static XMLInputFactory xml() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        return factory;
    }

    /** Empty if it is neither. */
    static Optional<ObjectNode> parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .strip();
            return text.startsWith("<") ? parseXml(text) : parseJson(text);
        } catch (CharacterCodingException | XMLStreamException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectNode> parseJson(String text) {
        JsonNode node = JSON.readTree(text);
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** The text without what XML has no way to carry. Looked at letter by letter: the expression took longer than the rest of the parsing. */
    static String carried(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isCarried(text.charAt(i))) {
                return NO_XML_CHARACTER.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private static boolean isCarried(char letter) {
        return letter >= ' ' ? letter < '\ufffe' : letter == '\t' || letter == '\n' || letter == '\r';
    }

    private static Optional<ObjectNode> parseXml(String text) throws XMLStreamException {
        // People paste control characters into the chat; XML has no way to carry them.
        XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(carried(text)));
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
            }
            JsonNode root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } finally {
            reader.close();
        }
    }

    /** Elements with children become objects, others text; a repeated name becomes an array. */
    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        ObjectNode children = JsonNodeFactory.instance.objectNode();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    add(children, reader.getLocalName(), element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return children.isEmpty() && depth > 1
                            ? JsonNodeFactory.instance.stringNode(text.toString())
                            : children;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("entity");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        JsonNode present = parent.get(name);
        if (present == null) {
            parent.set(name, value);
        } else if (present instanceof ArrayNode array) {
            array.add(value);
        } else {
            parent.set(name, JsonNodeFactory.instance.arrayNode().add(present).add(value));
        }
    }
}
