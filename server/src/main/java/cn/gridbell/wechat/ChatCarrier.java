package cn.gridbell.wechat;

import cn.gridbell.wechat.inbound.ReplyCarrier;
import org.springframework.stereotype.Component;

/** Carries replies as customer-service messages, inside the person's window. */
@Component
class ChatCarrier implements ReplyCarrier {

    private final ChatSending chat;

    ChatCarrier(ChatSending chat) {
        this.chat = chat;
    }

    @Override
    public Outcome carry(long personId, String words) {
        SendAnswer answer = chat.send(new WechatPersonId(personId), words);
        return switch (answer.verdict()) {
            case ACCEPTED -> Outcome.SENT;
            case AGAIN, QUOTA -> Outcome.AGAIN;
            case UNKNOWN -> Outcome.UNKNOWN;
            case LASTING -> ChatSending.isClosed(answer) ? Outcome.CLOSED : Outcome.REFUSED;
        };
    }
}
