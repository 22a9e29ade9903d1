package cn.gridbell.wechat;

import cn.gridbell.wechat.CheckAnswer.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks through WxJava, as WeChat's pages {@code sec-center/sec-check/msgSecCheck} and {@code mediaCheckAsync} say. */
@Component
class WxJavaContentChecks implements ContentChecks {

    static final int LONGEST_PIECE = 2_500;

    /** What stands across a cut is seen whole in the next piece. */
    static final int OVERLAP = 100;

    private static final String TEXT_URL = WechatProperties.REAL_HOST + "/wxa/msg_sec_check";
    private static final String PICTURE_URL = WechatProperties.REAL_HOST + "/wxa/media_check_async";
    private static final int COMMENT = 2;
    private static final int PICTURE = 2;
    private static final int VERSION = 2;

    /**
     * 61010 not in the mini-program for two hours, 40003 openid, 43104 openid of another app, 40129 scene, 40004 media type, 44002 and 47001 body, 48001
     * the account may not.
     */
    private static final Set<Integer> CANNOT = Set.of(61010, 40003, 43104, 40129, 40004, 44002, 47001, 48001);

    private static final int CONTENT_RISKY = 87014;

    private final WechatCalls calls;
    private final WechatPeople people;
    private final JsonMapper json;

    WxJavaContentChecks(WechatCalls calls, WechatPeople people, JsonMapper json) {
        this.calls = calls;
        this.people = people;
        this.json = json;
    }

    @Override
    public CheckAnswer text(WechatPersonId person, String text) {
        String openId = people.find(person).map(PersonRow::miniOpenId).orElse(null);
        if (openId == null) {
            return CheckAnswer.of(Verdict.CANNOT);
        }
        Verdict worst = Verdict.PASS;
        for (String piece : pieces(text)) {
            Verdict verdict = piece(openId, piece);
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
            if (worst.compareTo(Verdict.AGAIN) >= 0) {
                break;
            }
        }
        return CheckAnswer.of(worst);
    }

    private Verdict piece(String openId, String text) {
        // The version is a text here and a number for pictures.
        String body = about(openId)
                .put("version", Integer.toString(VERSION))
                .put("content", text)
                .toString();
        try {
            JsonNode answer = calls.asMiniProgram("msg_sec_check", service -> service.post(TEXT_URL, body));
            return taken(answer) ? suggested(answer) : Verdict.AGAIN;
        } catch (CallFailed e) {
            return failed(e);
        }
    }

    @Override
    public CheckAnswer picture(WechatPersonId person, URI link) {
        String openId = people.find(person).map(PersonRow::miniOpenId).orElse(null);
        if (openId == null) {
            return CheckAnswer.of(Verdict.CANNOT);
        }
        String body = about(openId)
                .put("version", VERSION)
                .put("media_url", link.toString())
                .put("media_type", PICTURE)
                .toString();
        try {
            JsonNode answer = calls.asMiniProgram("media_check_async", service -> service.post(PICTURE_URL, body));
            String traceId = answer.path("trace_id").asString("");
            return taken(answer) && OtherLetters.isTraceId(traceId)
                    ? new CheckAnswer(Verdict.STARTED, traceId)
                    : CheckAnswer.of(Verdict.AGAIN);
        } catch (CallFailed e) {
            return CheckAnswer.of(failed(e));
        }
    }

    /** At most {@link #LONGEST_PIECE} long each, overlapping, no character cut in two. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST_PIECE) {
            int to = whole(text, from + LONGEST_PIECE);
            pieces.add(text.substring(from, to));
            from = whole(text, to - OVERLAP);
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }

    private ObjectNode about(String openId) {
        return json.createObjectNode().put("openid", openId).put("scene", COMMENT);
    }

    /** Without an errcode it is no answer of WeChat's. */
    private static boolean taken(JsonNode answer) {
        return answer.path("errcode").isIntegralNumber()
                && answer.path("errcode").asInt() == 0;
    }

    private static Verdict suggested(JsonNode answer) {
        return switch (answer.path("result").path("suggest").asString("")) {
            case "pass" -> Verdict.PASS;
            case "risky" -> Verdict.RISKY;
            default -> Verdict.REVIEW;
        };
    }

    private static Verdict failed(CallFailed failed) {
        if (failed.kind() != CallFailed.Kind.REFUSED) {
            return Verdict.AGAIN;
        }
        if (failed.code() == CONTENT_RISKY) {
            return Verdict.RISKY;
        }
        return CANNOT.contains(failed.code()) ? Verdict.CANNOT : Verdict.AGAIN;
    }
}
