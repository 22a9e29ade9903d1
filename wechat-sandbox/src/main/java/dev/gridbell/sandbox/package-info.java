/**
 * A local WeChat platform: answers the WeChat API, plays the phones of made-up people and pushes their events, so that the
 * server can be tried without a real account.
 *
 * <p>Owns everything in memory (people, consents, tokens, ledger); nothing is stored. Used by tests, the first run and load
 * runs; never part of a deployment and never a dependency of the server itself.
 */
@NullMarked
package dev.gridbell.sandbox;

import org.jspecify.annotations.NullMarked;
