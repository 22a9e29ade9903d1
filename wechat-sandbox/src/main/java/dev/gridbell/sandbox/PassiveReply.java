package dev.gridbell.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;

/**
 * What a server answered to a push instead of {@code success} (被动回复消息).
 *
 * @param valid whether WeChat would take it: well formed, to the person from the account and, in safe mode, signed and
 *     encrypted for this app
 * @param words what the person sees, empty if nothing
 * @param page what a tap on it opens, may be empty
 */
record PassiveReply(boolean valid, String words, String page) {
    private static final PassiveReply INVALID = new PassiveReply(false, "", "");
    private static final String TRANSFER = "transfer_customer_service";
    private static final Set<String> MAY_ANSWER = Set.of("subscribe", "SCAN", "CLICK");
    private static final int MOST_ARTICLES = 8;

    static PassiveReply read(SandboxApp app, Push push, String answer) {
        try {
            Map<String, String> fields = parse(answer);
            if (app.push().mode() == PushMode.SAFE || fields.containsKey("Encrypt")) {
                fields = open(app, fields);
            }
            PassiveReply reply = isAddressed(fields, push) ? body(app, fields) : INVALID;
            return reply.valid && !mayAnswer(push) ? new PassiveReply(true, "", "") : reply;
        } catch (SAXException | IOException | JacksonException | IllegalArgumentException e) {
            return INVALID;
        }
    }

    /** A reply turns the push round: to whom it came from. */
    private static boolean isAddressed(Map<String, String> fields, Push push) {
        return String.valueOf(push.content().get("FromUserName")).equals(fields.get("ToUserName"))
                && String.valueOf(push.content().get("ToUserName")).equals(fields.get("FromUserName"))
                && fields.getOrDefault("CreateTime", "").matches("\\d+");
    }

    /** Messages and a few events may be answered in the chat; what answers another event is shown to nobody. */
    private static boolean mayAnswer(Push push) {
        return !"event".equals(push.content().get("MsgType")) || MAY_ANSWER.contains(push.event());
    }

    private static PassiveReply body(SandboxApp app, Map<String, String> fields) {
        String type = fields.getOrDefault("MsgType", "");
        if (app.kind() == AppKind.MINI_PROGRAM) {
            return new PassiveReply(type.equals(TRANSFER), "", "");
        }
        return switch (type) {
            case "text" -> shown(fields.get("Content"), "");
            case "image" -> media("[图片]", fields.get("Image.MediaId"));
            case "voice" -> media("[语音]", fields.get("Voice.MediaId"));
            case "video" -> media("[视频]", fields.get("Video.MediaId"));
            case "news" -> articles(fields);
            case TRANSFER -> new PassiveReply(true, "", "");
            default -> INVALID;
        };
    }

    private static PassiveReply articles(Map<String, String> fields) {
        String count = fields.getOrDefault("ArticleCount", "");
        boolean counted = count.matches("[1-" + MOST_ARTICLES + "]") && count.equals(fields.get("Articles.item#"));
        String title = fields.getOrDefault("Articles.item.Title", "");
        return counted && !title.isEmpty()
                ? shown("[图文] " + title, fields.getOrDefault("Articles.item.Url", ""))
                : INVALID;
    }

    private static PassiveReply media(String words, @Nullable String mediaId) {
        return mediaId == null || mediaId.isEmpty() ? INVALID : shown(words, Pictures.PATH + mediaId);
    }

    private static PassiveReply shown(@Nullable String words, String page) {
        return words == null || words.isEmpty() ? INVALID : new PassiveReply(true, words, page);
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

    /** Every leaf under its path: {@code Image.MediaId}; of repeated ones the first, and their number under {@code path#}. */
    private static Map<String, String> parse(String text) throws SAXException, IOException {
        Map<String, String> fields = new TreeMap<>();
        if (text.startsWith("{")) {
            Json.MAPPER
                    .readTree(text)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
        } else {
            collect(fields, "", xml(text));
        }
        return fields;
    }

    private static void collect(Map<String, String> fields, String prefix, Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                String path = prefix + element.getTagName();
                int count = Integer.parseInt(fields.getOrDefault(path + "#", "0"));
                fields.put(path + "#", Integer.toString(count + 1));
                fields.putIfAbsent(path, element.getTextContent());
                if (count == 0) {
                    collect(fields, path + ".", element);
                }
            }
        }
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
