/**
 * The gate WeChat's callbacks come through, and the log they are kept in: verify, decrypt, store, answer, work later. It knows no people and
 * publishes nothing itself: the room above reads each letter through {@code InboundReader} and sends each reply through {@code ReplyCarrier}.
 *
 * <p>Tables: {@code wechat_inbound}, {@code wechat_reply}. Facts: none. Used by: {@code wechat} only.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package cn.gridbell.wechat.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
