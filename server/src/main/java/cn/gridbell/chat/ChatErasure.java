package cn.gridbell.chat;

import cn.gridbell.wechat.WechatAuthorizationEnded;
import cn.gridbell.wechat.WechatAuthorizationEnded.Extent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody who leaves said to staff, and what staff said to them, goes with them. */
@Component
class ChatErasure {

    private final ChatMapper rows;

    ChatErasure(ChatMapper rows) {
        this.rows = rows;
    }

    @EventListener
    void on(WechatAuthorizationEnded fact) {
        if (fact.extent() == Extent.EVERYTHING) {
            rows.deleteLinesOf(fact.person().value());
            rows.deleteOf(fact.person().value());
        }
    }
}
