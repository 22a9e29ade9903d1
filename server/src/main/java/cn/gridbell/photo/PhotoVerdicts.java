package cn.gridbell.photo;

import cn.gridbell.wechat.WechatPictureChecked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Verdicts of WeChat, in the transaction of the letter that brought them. */
@Component
class PhotoVerdicts {

    private final PhotoCheckBook book;

    PhotoVerdicts(PhotoCheckBook book) {
        this.book = book;
    }

    @EventListener
    void on(WechatPictureChecked fact) {
        book.judged(fact.traceId(), fact.verdict());
    }
}
