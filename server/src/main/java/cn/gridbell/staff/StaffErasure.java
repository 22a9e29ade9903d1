package cn.gridbell.staff;

import cn.gridbell.wechat.WechatAuthorizationEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A member who leaves WeChat keeps the post, which the street gave; the link to their WeChat goes. */
@Component
class StaffErasure {

    private static final long NO_OTHER_ACCOUNT = 0;

    private final StaffMapper staff;

    StaffErasure(StaffMapper staff) {
        this.staff = staff;
    }

    @EventListener
    void on(WechatAuthorizationEnded fact) {
        if (fact.extent() == WechatAuthorizationEnded.Extent.EVERYTHING) {
            staff.release(fact.person().value(), NO_OTHER_ACCOUNT);
        }
    }
}
