/** Load and fault runs against a server in a process of its own. Loopback only; kills only what it started. */
@NullMarked
package dev.gridbell.bench;

import org.jspecify.annotations.NullMarked;
