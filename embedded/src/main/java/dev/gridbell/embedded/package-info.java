/**
 * A real MariaDB and a real Redis on this machine, from binaries that Maven brings: for the first run, the tests and the
 * benches, never for a deployment.
 *
 * <p>Owns one folder (the <em>home</em>): data, passwords, logs, pid files. Everything starts at {@link
 * dev.gridbell.embedded.EmbeddedServers}. Knows nothing of the server it serves.
 */
@NullMarked
package dev.gridbell.embedded;

import org.jspecify.annotations.NullMarked;
