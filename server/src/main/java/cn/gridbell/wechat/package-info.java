/**
 * The only room that speaks with WeChat: sign-in codes, tokens, sending, the callback gate and its inbound log. OpenIDs never leave it:
 * others know a person as a {@code WechatPersonId}.
 *
 * <p>Nested: {@code inbound}, the callback gate and its log. Tables: {@code wechat_person}, {@code wechat_chat_window}. Facts: {@code WechatFollowed}, {@code WechatUnfollowed}, {@code WechatMessageReceived}, {@code
 * WechatReceiptArrived}, {@code WechatConsentChanged}, {@code WechatPictureReceived}, {@code WechatPlaceReceived}, {@code WechatPictureChecked},
 * {@code WechatAuthorizationEnded}, {@code WechatPostReceived}, {@code WechatClicked}, {@code WechatScanned}.
 */
@ApplicationModule(allowedDependencies = {"platform", "wechat.inbound"})
@NullMarked
package cn.gridbell.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
