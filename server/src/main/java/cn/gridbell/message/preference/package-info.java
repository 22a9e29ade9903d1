/**
 * What residents said they want to hear. Inside the room {@code message} only.
 *
 * <p>Tables: {@code message_preference}.
 */
@NullMarked
package cn.gridbell.message.preference;

import org.jspecify.annotations.NullMarked;
