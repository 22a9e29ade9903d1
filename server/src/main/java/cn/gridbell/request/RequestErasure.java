package cn.gridbell.request;

import cn.gridbell.photo.Photos;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.following.Followers;
import cn.gridbell.resident.ResidentForgotten;
import cn.gridbell.resident.ResidentTookBack;
import cn.gridbell.wechat.WechatAuthorizationEnded;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A resident leaves, their requests stay: the matter itself (what, where, pictures) belongs to the street's file, without a name on it. Everything
 * else they wrote goes; of a request that was withdrawn nothing is kept but its number.
 */
@Component
class RequestErasure {

    private final RequestErasureMapper requests;
    private final RequestCategories categories;
    private final Followers followers;
    private final Photos photos;

    RequestErasure(RequestErasureMapper requests, RequestCategories categories, Followers followers, Photos photos) {
        this.requests = requests;
        this.categories = categories;
        this.followers = followers;
        this.photos = photos;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        long resident = fact.resident().value();
        dropDrafts(resident);
        for (long request : requests.requestsOf(resident)) {
            for (long entry : requests.ownEntriesOf(request, resident)) {
                photos.discard(RequestTimeline.entrySubject(entry));
                requests.deleteChecksOfEntry(request, entry);
            }
            requests.eraseEntries(request, resident);
            requests.hidePictures(request);
        }
        for (long request : requests.withdrawnOf(resident)) {
            photos.discard(RequestTimeline.subject(new RequestId(request)));
            categories.forgetAnswers(request);
        }
        for (long request : requests.concernOf(resident)) {
            requests.ownEntriesOf(request, resident).forEach(entry -> requests.deleteChecksOfEntry(request, entry));
            requests.eraseEntries(request, resident);
        }
        followers.forget(fact.resident());
        requests.hide(resident);
        requests.eraseWithdrawn(resident);
        requests.eraseAddressOfClosed(resident);
        requests.cutReporter(resident);
    }

    @EventListener
    void on(ResidentTookBack fact) {
        long resident = fact.resident().value();
        if (fact.what() == WechatAuthorizationEnded.Extent.PLACE) {
            requests.dropPlacesOfDrafts(resident);
        } else {
            requests.draftsOf(resident).forEach(this::dropPictures);
        }
    }

    private void dropDrafts(long resident) {
        List<Long> drafts = requests.draftsOf(resident);
        drafts.forEach(this::dropPictures);
        requests.deleteDrafts(resident);
    }

    private void dropPictures(long draft) {
        photos.discard(new DraftId(draft).subject());
        requests.deleteDraftPictures(draft);
    }
}
