/** Ground: how much this node takes on at once, and how long it listens to whoever speaks slowly. */
@NullMarked
package cn.gridbell.platform.load;

import org.jspecify.annotations.NullMarked;
