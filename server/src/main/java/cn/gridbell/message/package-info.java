/**
 * Everything that is said to a person: template catalogue, queue, consents ledger, receipts, inbox.
 *
 * <p>A fact leaves a slip in its own transaction; the courier writes and sends it later. Nested topics: {@code wording} (scenes, templates,
 * texts), {@code consent} (the ledger of consents). Nobody depends on this room.
 *
 * <p>Tables: {@code message}, {@code message_receipt}, {@code message_consent}, {@code message_consent_entry}. Facts: {@code MessageUndeliverable}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "grid",
            "resident",
            "resident::disclosure",
            "staff",
            "wechat",
            "request",
            "request::reporter",
            "visit"
        })
@NullMarked
package cn.gridbell.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
