package cn.gridbell.request;

import cn.gridbell.photo.PhotoRefused;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.Failures;
import cn.gridbell.platform.Problem;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.ChatAttachments;
import cn.gridbell.wechat.ChatPicture;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches the pictures of drafts, one after the other and never inside a transaction, and develops them like an upload. Any node may run it; a
 * node that dies leaves its claim, which runs out.
 */
@Component
class DraftPictures {

    private static final Logger log = LoggerFactory.getLogger(DraftPictures.class);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_TRIES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final ChatDrafts drafts;
    private final ChatAttachments attachments;
    private final Photos photos;

    DraftPictures(ChatDrafts drafts, ChatAttachments attachments, Photos photos) {
        this.drafts = drafts;
        this.attachments = attachments;
        this.photos = photos;
    }

    /** Fetches what is due; stops early while WeChat is away. */
    void work() {
        boolean answers = true;
        for (int i = 0; i < MOST_AT_ONCE && answers; i++) {
            Optional<DraftPictureRow> due = drafts.claimDue();
            if (due.isEmpty()) {
                return;
            }
            answers = fetch(due.get());
        }
    }

    private boolean fetch(DraftPictureRow picture) {
        try {
            ChatPicture fetched = attachments.pictureOf(picture.inboundId());
            switch (fetched.outcome()) {
                case FETCHED -> keep(picture, fetched.file());
                case GONE -> drafts.refused(picture, "图片已过期，请重新发送。");
                case TOO_LARGE -> drafts.refused(picture, "图片不能超过10MB，请压缩后再发送。");
                case AGAIN -> later(picture);
            }
            return fetched.outcome() != ChatPicture.Outcome.AGAIN;
        } catch (RuntimeException e) {
            log.warn("picture of letter {} could not be fetched: {}", picture.inboundId(), Failures.describe(e));
            later(picture);
            return true;
        }
    }

    private void keep(DraftPictureRow picture, byte[] file) {
        Optional<ResidentId> owner = drafts.ownerOf(picture);
        if (owner.isEmpty()) {
            return; // forgotten meanwhile: the claim runs out with nothing to claim
        }
        try {
            drafts.kept(picture, photos.keep(owner.get(), new ByteArrayInputStream(file)));
        } catch (PhotoRefused no) {
            drafts.refused(picture, no.detail());
        } catch (Problem busy) {
            later(picture);
        }
    }

    private void later(DraftPictureRow picture) {
        if (picture.tries() >= MOST_TRIES) {
            drafts.refused(picture, "图片没能取回，请重新发送，或在小程序中上传。");
            return;
        }
        Duration wait = Duration.ofSeconds(15L << picture.tries());
        drafts.later(picture, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
