/**
 * The ways to WeChat: which are open now, how many calls go at once, what is left of the day's quota. Inside the room {@code message} only.
 *
 * <p>Tables: {@code message_channel}.
 */
@NullMarked
package cn.gridbell.message.channel;

import org.jspecify.annotations.NullMarked;
