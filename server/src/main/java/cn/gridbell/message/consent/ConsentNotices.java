package cn.gridbell.message.consent;

import cn.gridbell.wechat.WechatConsentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears from WeChat what people chose. */
@Component
class ConsentNotices {

    private final Consents consents;

    ConsentNotices(Consents consents) {
        this.consents = consents;
    }

    @EventListener
    void on(WechatConsentChanged fact) {
        consents.changed(fact);
    }
}
