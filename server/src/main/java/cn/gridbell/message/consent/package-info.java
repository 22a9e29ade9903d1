/**
 * The consents ledger: how many subscribe messages of which template may still be sent to whom, and why. Inside the room {@code message} only.
 *
 * <p>Tables: {@code message_consent}, {@code message_consent_entry}.
 */
@NullMarked
package cn.gridbell.message.consent;

import org.jspecify.annotations.NullMarked;
