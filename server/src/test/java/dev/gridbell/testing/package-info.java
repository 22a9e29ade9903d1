/** What whole-application tests stand on: real servers, a clock that can be moved, people who sign in over HTTP. */
@NullMarked
package dev.gridbell.testing;

import org.jspecify.annotations.NullMarked;
