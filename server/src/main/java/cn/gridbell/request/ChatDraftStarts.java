package cn.gridbell.request;

import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.ChatAttachments;
import cn.gridbell.wechat.WechatPictureReceived;
import cn.gridbell.wechat.WechatPlaceReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pictures and places from the chat begin a draft, in the transaction of the letter. Somebody who was never in the mini-program has nowhere to
 * finish one.
 */
@Component
class ChatDraftStarts {

    private final Residents residents;
    private final ChatAttachments attachments;
    private final ChatDrafts drafts;

    ChatDraftStarts(Residents residents, ChatAttachments attachments, ChatDrafts drafts) {
        this.residents = residents;
        this.attachments = attachments;
        this.drafts = drafts;
    }

    @EventListener
    void on(WechatPictureReceived fact) {
        residents.findByWechat(fact.person()).ifPresent(resident -> drafts.pictureCame(resident, fact.inboundId()));
    }

    @EventListener
    void on(WechatPlaceReceived fact) {
        residents.findByWechat(fact.person()).ifPresent(resident -> attachments
                .placeOf(fact.inboundId())
                .ifPresent(place -> drafts.placeCame(resident, place)));
    }
}
