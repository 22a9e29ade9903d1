package cn.gridbell.message;

import cn.gridbell.message.preference.Preferences;
import cn.gridbell.resident.ResidentForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was, or was to be, said to a resident who leaves: nothing of it is kept or sent. A call under way finds its claim gone. */
@Component
class MessageErasure {

    private final MessageErasureMapper messages;
    private final Preferences preferences;

    MessageErasure(MessageErasureMapper messages, Preferences preferences) {
        this.messages = messages;
        this.preferences = preferences;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        messages.deleteReceiptsOf(fact.resident().value());
        messages.deleteOf(fact.resident().value());
        preferences.forget(fact.resident());
    }
}
