package cn.gridbell.photo;

import cn.gridbell.platform.Failures;
import cn.gridbell.platform.PublicAddress;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.CheckAnswer;
import cn.gridbell.wechat.ContentChecks;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks WeChat about pictures, one after the other and never inside a transaction: claim, ask, write down. Any node may run it; a node that dies
 * leaves its claim, which runs out.
 */
@Component
class PhotoChecks {

    private static final Logger log = LoggerFactory.getLogger(PhotoChecks.class);

    /** WeChat fetches within 30 minutes. */
    static final Duration LINK_LIFE = Duration.ofMinutes(45);

    private static final int MOST_AT_ONCE = 50;

    private final PhotoCheckBook book;
    private final ContentChecks wechat;
    private final Residents residents;
    private final PhotoLinks links;
    private final PublicAddress address;

    PhotoChecks(
            PhotoCheckBook book, ContentChecks wechat, Residents residents, PhotoLinks links, PublicAddress address) {
        this.book = book;
        this.wechat = wechat;
        this.residents = residents;
        this.links = links;
        this.address = address;
    }

    /** Works what is due; stops early while WeChat is away. */
    void work() {
        boolean answers = true;
        for (int i = 0; i < MOST_AT_ONCE && answers; i++) {
            Optional<PhotoCheckRow> due = book.claimDue();
            if (due.isEmpty()) {
                return;
            }
            answers = look(due.get());
        }
    }

    private boolean look(PhotoCheckRow row) {
        try {
            if (row.traceId() != null) {
                book.silent(row);
                return true;
            }
            CheckAnswer answer = ask(row);
            book.answered(row, answer);
            return answer.verdict() != CheckAnswer.Verdict.AGAIN;
        } catch (RuntimeException e) {
            log.warn("picture {} could not be checked: {}", row.photoId(), Failures.describe(e));
            return true;
        }
    }

    private CheckAnswer ask(PhotoCheckRow row) {
        Optional<WechatPersonId> owner = book.ownerOf(row).flatMap(id -> residents.wechatOf(new ResidentId(id)));
        return owner.map(person ->
                        wechat.picture(person, address.link(links.linkTo(new PhotoId(row.photoId()), LINK_LIFE))))
                .orElseGet(CheckAnswer::cannot);
    }
}
