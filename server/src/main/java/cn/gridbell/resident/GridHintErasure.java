package cn.gridbell.resident;

import cn.gridbell.wechat.WechatAuthorizationEnded;
import cn.gridbell.wechat.WechatAuthorizationEnded.Extent;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which code somebody scanned says where they are; it is kept of people who never signed in as well. */
@Component
class GridHintErasure {

    private static final Set<Extent> ENDING = EnumSet.of(Extent.EVERYTHING, Extent.PLACE);

    private final GridHintMapper hints;

    GridHintErasure(GridHintMapper hints) {
        this.hints = hints;
    }

    @EventListener
    void on(WechatAuthorizationEnded fact) {
        if (ENDING.contains(fact.extent())) {
            hints.delete(fact.person().value());
        }
    }
}
