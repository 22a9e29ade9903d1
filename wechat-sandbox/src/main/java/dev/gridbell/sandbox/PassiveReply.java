package dev.gridbell.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;

/**
 * What a server answered to a push instead of {@code success} (被动回复消息).
 *
 * @param valid whether WeChat would take it: well formed and, in safe mode, signed and encrypted for this app
 * @param text the words for the person, if it is a text reply
 */
record PassiveReply(boolean valid, Optional<String> text) {
    private static final PassiveReply INVALID = new PassiveReply(false, Optional.empty());

    static PassiveReply read(SandboxApp app, String answer) {
        try {
            Map<String, String> fields = parse(answer);
            if (app.push().mode() == PushMode.SAFE) {
                fields = open(app, fields);
            }
            return fields.containsKey("MsgType")
                    ? new PassiveReply(true, Optional.ofNullable(fields.get("Content")))
                    : INVALID;
        } catch (SAXException | IOException | JacksonException | IllegalArgumentException e) {
            return INVALID;
        }
    }

    private static Map<String, String> open(SandboxApp app, Map<String, String> sealed)
            throws SAXException, IOException {
        String encrypted = sealed.getOrDefault("Encrypt", "");
        String expected = PushCipher.sign(
                app.push().token(), sealed.getOrDefault("TimeStamp", ""), sealed.getOrDefault("Nonce", ""), encrypted);
        if (!expected.equals(sealed.get("MsgSignature"))) {
            throw new IllegalArgumentException("MsgSignature is wrong");
        }
        PushCipher.Opened opened = new PushCipher(app.push().aesKey()).decrypt(encrypted);
        if (!opened.appId().equals(app.appId())) {
            throw new IllegalArgumentException("encrypted for another app");
        }
        return parse(opened.message());
    }

    private static Map<String, String> parse(String text) throws SAXException, IOException {
        Map<String, String> fields = new TreeMap<>();
        if (text.startsWith("{")) {
            Json.MAPPER
                    .readTree(text)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
            return fields;
        }
        Node root = xml(text);
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            fields.put(node.getNodeName(), node.getTextContent());
        }
        return fields;
    }

    private static Node xml(String text) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
