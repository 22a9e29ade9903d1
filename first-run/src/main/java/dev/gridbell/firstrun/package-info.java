/**
 * Everything on one machine with one command: database, Redis, a local WeChat, the server, and a page that plays the
 * acceptance story against them.
 *
 * <p>Starts at {@link dev.gridbell.firstrun.FirstRun}. Never part of a deployment.
 */
@NullMarked
package dev.gridbell.firstrun;

import org.jspecify.annotations.NullMarked;
