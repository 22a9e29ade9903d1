package cn.gridbell.request;

import cn.gridbell.photo.PhotoJudged;
import cn.gridbell.wechat.ContentState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A picture of a request that WeChat could not judge is laid before the staff of its territory, in the transaction in which that was found. */
@Component
class RequestPictureReviews {

    private final RequestCheckMapper checks;
    private final RequestEntryMapper entries;

    RequestPictureReviews(RequestCheckMapper checks, RequestEntryMapper entries) {
        this.checks = checks;
        this.entries = entries;
    }

    @EventListener
    void on(PhotoJudged fact) {
        if (fact.state() != ContentState.REVIEW) {
            return;
        }
        RequestTimeline.requestOf(fact.subject())
                .ifPresent(request -> lay(fact, request, RequestCheckBook.DESCRIPTION));
        RequestTimeline.entryOf(fact.subject()).ifPresent(entry -> {
            Long request = entries.requestOf(entry);
            if (request != null) {
                lay(fact, request, entry);
            }
        });
    }

    private void lay(PhotoJudged fact, long request, long entry) {
        checks.layPicture(request, entry, fact.photo().value(), fact.cause(), fact.at());
    }
}
