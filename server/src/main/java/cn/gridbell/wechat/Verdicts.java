package cn.gridbell.wechat;

import cn.gridbell.wechat.SendAnswer.Verdict;
import tools.jackson.databind.JsonNode;

/** What WeChat's answer to a send means for the sender. */
final class Verdicts {

    private Verdicts() {}

    /** WeChat took it: {@code {"errcode":0,"errmsg":"ok","msgid":…}}. Without an errcode it is no answer of WeChat's. */
    static SendAnswer accepted(JsonNode answer) {
        if (!answer.path("errcode").isIntegralNumber() || answer.path("errcode").asInt() != 0) {
            return unknown();
        }
        JsonNode id = answer.path("msgid");
        // 19 digits: more than a double holds, so it stays what it was in the text.
        String msgId = id.isIntegralNumber() ? id.bigIntegerValue().toString() : id.asString("");
        return new SendAnswer(Verdict.ACCEPTED, msgId.isEmpty() ? null : msgId, 0);
    }

    static SendAnswer failed(CallFailed failed) {
        return switch (failed.kind()) {
            case UNREACHABLE -> new SendAnswer(Verdict.AGAIN, null, CallFailed.NO_ANSWER);
            case UNANSWERED -> unknown();
            case REFUSED -> new SendAnswer(of(failed.code()), null, failed.code());
        };
    }

    static SendAnswer lasting(int code) {
        return new SendAnswer(Verdict.LASTING, null, code);
    }

    private static SendAnswer unknown() {
        return new SendAnswer(Verdict.UNKNOWN, null, CallFailed.NO_ANSWER);
    }

    private static Verdict of(int code) {
        return switch (code) {
            case 40003, // openid of another app
                    40013, // mini-program not linked to the account
                    40037, // template id
                    41028, // form id
                    41029,
                    41030, // page not in the released version
                    43004, // does not follow
                    43019, // on the account's blacklist
                    43101, // no consent left
                    45008, // too long
                    45015, // chat window closed
                    45047, // chat window used up
                    47001, // not the JSON it wants
                    47003, // a field breaks its rule
                    48001, // the account may not
                    48002, // the person switched messages off
                    48004, // the account is banned from this
                    50002 // the account is limited
            -> Verdict.LASTING;
            case 45009 -> Verdict.QUOTA;
            // -1 busy, 45011 too many this minute, 40001 40014 42001 token (replaced meanwhile), and what we do not
            // know:
            // WeChat did not send it, and whoever counts the tries gives up in time.
            default -> Verdict.AGAIN;
        };
    }
}
