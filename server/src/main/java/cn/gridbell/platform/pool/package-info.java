/** Ground: how the pools of connections behave while the database is away, and where they go. */
@NullMarked
package cn.gridbell.platform.pool;

import org.jspecify.annotations.NullMarked;
