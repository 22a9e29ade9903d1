package cn.gridbell.chat;

import cn.gridbell.wechat.WechatClicked;
import cn.gridbell.wechat.WechatFollowed;
import cn.gridbell.wechat.WechatMessageReceived;
import cn.gridbell.wechat.WechatPictureReceived;
import cn.gridbell.wechat.WechatPlaceReceived;
import cn.gridbell.wechat.WechatPostReceived;
import cn.gridbell.wechat.WechatScanned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what people do in the chat, in the transaction in which their letter is worked. */
@Component
class ChatListener {

    private final Conversation conversation;
    private final Greeting greeting;

    ChatListener(Conversation conversation, Greeting greeting) {
        this.conversation = conversation;
        this.greeting = greeting;
    }

    @EventListener
    void on(WechatMessageReceived fact) {
        conversation.hear(fact.person(), fact.inboundId());
    }

    @EventListener
    void on(WechatClicked fact) {
        conversation.tapped(fact.person(), fact.key(), fact.inboundId());
    }

    @EventListener
    void on(WechatPostReceived fact) {
        conversation.gotSomethingElse(fact.person(), fact.inboundId());
    }

    @EventListener
    void on(WechatPictureReceived fact) {
        conversation.gotForADraft(fact.person(), "照片", fact.inboundId());
    }

    @EventListener
    void on(WechatPlaceReceived fact) {
        conversation.gotForADraft(fact.person(), "位置", fact.inboundId());
    }

    @EventListener
    void on(WechatFollowed fact) {
        greeting.welcome(fact.person(), fact.scene(), fact.inboundId(), fact.at());
    }

    @EventListener
    void on(WechatScanned fact) {
        greeting.welcome(fact.person(), fact.scene(), fact.inboundId(), fact.at());
    }
}
