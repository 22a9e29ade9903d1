/** Ground: fields that are encrypted at rest, bound to their row and column, with a keyed index for look-up. */
@NullMarked
package cn.gridbell.platform.crypto;

import org.jspecify.annotations.NullMarked;
