/**
 * Everything that is said to a person: template catalogue, queue, consents ledger, receipts, inbox.
 *
 * <p>Tables: {@code message}, {@code message_consent}. Facts: {@code MessageUndeliverable}.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "resident", "staff", "wechat", "request", "visit"})
@NullMarked
package cn.gridbell.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
