/**
 * The chat of the official account: what a person's words, taps and scans mean, and what they are answered. The room {@code wechat} carries the
 * answers. Staff answer those who ask for a person, edit what keywords are answered with, publish the account's menu and print their grid's code.
 *
 * <p>Tables: {@code chat}, {@code chat_line}, {@code chat_answer}, {@code chat_grid_code}. Facts: none. Nobody depends on this room.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "wechat", "resident", "staff", "request", "visit"})
@NullMarked
package cn.gridbell.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
