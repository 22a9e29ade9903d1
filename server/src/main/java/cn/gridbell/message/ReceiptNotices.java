package cn.gridbell.message;

import cn.gridbell.wechat.WechatReceiptArrived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears from WeChat what became of a send. */
@Component
class ReceiptNotices {

    private final Receipts receipts;

    ReceiptNotices(Receipts receipts) {
        this.receipts = receipts;
    }

    @EventListener
    void on(WechatReceiptArrived fact) {
        receipts.arrived(fact);
    }
}
