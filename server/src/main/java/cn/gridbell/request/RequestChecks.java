package cn.gridbell.request;

import cn.gridbell.platform.Failures;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.CheckAnswer;
import cn.gridbell.wechat.ContentChecks;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks WeChat about words, one text after the other and never inside a transaction: claim, ask, write down. Any node may run it; a node that
 * dies leaves its claim, which runs out.
 */
@Component
class RequestChecks {

    private static final Logger log = LoggerFactory.getLogger(RequestChecks.class);
    private static final int MOST_AT_ONCE = 50;

    private final RequestCheckBook book;
    private final ContentChecks wechat;
    private final Residents residents;

    RequestChecks(RequestCheckBook book, ContentChecks wechat, Residents residents) {
        this.book = book;
        this.wechat = wechat;
        this.residents = residents;
    }

    /** Works what is due; stops early while WeChat is away. */
    void work() {
        boolean answers = true;
        for (int i = 0; i < MOST_AT_ONCE && answers; i++) {
            Optional<RequestCheckRow> due = book.claimDue();
            if (due.isEmpty()) {
                return;
            }
            answers = look(due.get());
        }
    }

    private boolean look(RequestCheckRow row) {
        try {
            CheckAnswer answer = ask(row);
            book.answered(row, answer);
            return answer.verdict() != CheckAnswer.Verdict.AGAIN;
        } catch (RuntimeException e) {
            log.warn("text {} of request {} could not be checked: {}", row.id(), row.requestId(), Failures.describe(e));
            return true;
        }
    }

    private CheckAnswer ask(RequestCheckRow row) {
        Long author = row.authorResidentId();
        Optional<WechatPersonId> person =
                author == null ? Optional.empty() : residents.wechatOf(new ResidentId(author));
        Optional<String> words = book.wordsOf(row);
        return person.isEmpty() || words.isEmpty() ? CheckAnswer.cannot() : wechat.text(person.get(), words.get());
    }
}
