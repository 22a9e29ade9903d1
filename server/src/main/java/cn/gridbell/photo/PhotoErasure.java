package cn.gridbell.photo;

import cn.gridbell.resident.ResidentForgotten;
import cn.gridbell.resident.ResidentTookBack;
import cn.gridbell.wechat.WechatAuthorizationEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pictures that no case needs go with the person; those of a case stay with it, ownerless and hidden from the public. */
@Component
class PhotoErasure {

    private final PhotoErasureMapper photos;

    PhotoErasure(PhotoErasureMapper photos) {
        this.photos = photos;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        long owner = fact.resident().value();
        photos.discardUnusedOf(owner, PhotoRegister.SWEPT);
        photos.hideOf(owner);
        photos.cutOwner(owner);
    }

    @EventListener
    void on(ResidentTookBack fact) {
        if (fact.what() == WechatAuthorizationEnded.Extent.PICTURES) {
            photos.discardUnusedOf(fact.resident().value(), PhotoRegister.SWEPT);
        }
    }
}
