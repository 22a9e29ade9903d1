package cn.gridbell.message;

import cn.gridbell.request.Requests;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatMessageReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a resident writes in the chat goes to the request it most likely means, in the transaction in which it was heard. */
@Component
class ChatWords {

    private final Wechat wechat;
    private final Residents residents;
    private final Requests requests;

    ChatWords(Wechat wechat, Residents residents, Requests requests) {
        this.wechat = wechat;
        this.residents = residents;
        this.requests = requests;
    }

    @EventListener
    void on(WechatMessageReceived fact) {
        residents.findByWechat(fact.person()).ifPresent(resident -> wechat.wordsOf(fact.inboundId())
                .ifPresent(words -> requests.hearFromChat(resident, words, fact.inboundId())));
    }
}
