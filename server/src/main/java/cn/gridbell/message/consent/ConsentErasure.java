package cn.gridbell.message.consent;

import cn.gridbell.wechat.WechatAuthorizationEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Consents end with the person who gave them. */
@Component
class ConsentErasure {

    private final ConsentErasureMapper consents;

    ConsentErasure(ConsentErasureMapper consents) {
        this.consents = consents;
    }

    @EventListener
    void on(WechatAuthorizationEnded fact) {
        if (fact.extent() == WechatAuthorizationEnded.Extent.EVERYTHING) {
            consents.deleteEntriesOf(fact.person().value());
            consents.deleteUnmatchedReceiptsOf(fact.person().value());
            consents.deleteOf(fact.person().value());
        }
    }
}
