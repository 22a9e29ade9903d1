package cn.gridbell.message;

import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;

/** Who a recipient is to WeChat. */
interface AddressBook {

    /** Empty for a person who is not there any more, or a staff member who never bound a phone. */
    Optional<WechatPersonId> wechatOf(Recipient person);
}
