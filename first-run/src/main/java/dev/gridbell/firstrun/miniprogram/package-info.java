/**
 * The mini-program in the browser, beside the sandbox's phones: built once with npm, served at {@code /app/}, and the four calls of the sandbox
 * that it makes in WeChat's place. On one's own machine only, and no part of the server.
 */
@NullMarked
package dev.gridbell.firstrun.miniprogram;

import org.jspecify.annotations.NullMarked;
