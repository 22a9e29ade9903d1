package cn.gridbell.wechat;

import cn.gridbell.wechat.WechatPictureChecked.Verdict;
import cn.gridbell.wechat.inbound.InboundLetter;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Letters that are neither talk nor receipts: verdicts on pictures, farewells. What is unknown says nothing. */
@Component
class OtherLetters {

    private static final Runnable NOTHING = () -> {};
    private static final Pattern TRACE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Farewells farewells;
    private final ApplicationEventPublisher facts;

    OtherLetters(Farewells farewells, ApplicationEventPublisher facts) {
        this.farewells = farewells;
        this.facts = facts;
    }

    static boolean isTraceId(String text) {
        return TRACE_ID.matcher(text).matches();
    }

    /** See {@link cn.gridbell.wechat.inbound.InboundReader#read}. */
    Runnable read(InboundLetter letter) {
        return switch (letter.kind()) {
            case "event.wxa_media_check" -> pictureChecked(letter);
            case "event.user_authorization_revoke" -> farewells.read(letter, false);
            case "event.user_authorization_cancellation" -> farewells.read(letter, true);
            default -> NOTHING;
        };
    }

    private Runnable pictureChecked(InboundLetter letter) {
        return letter.text("trace_id")
                .filter(OtherLetters::isTraceId)
                .<Runnable>map(trace ->
                        () -> facts.publishEvent(new WechatPictureChecked(trace, verdict(letter), letter.at())))
                .orElse(NOTHING);
    }

    /** Without {@code errcode} 0 nothing was looked at; a word we do not know is for a person. */
    private static Verdict verdict(InboundLetter letter) {
        if (!letter.text("errcode").orElse("").equals("0")) {
            return Verdict.NOT_FETCHED;
        }
        return switch (InboundLetter.textOf(letter.content().path("result"), "suggest")
                .orElse("")) {
            case "pass" -> Verdict.PASS;
            case "risky" -> Verdict.RISKY;
            default -> Verdict.REVIEW;
        };
    }
}
