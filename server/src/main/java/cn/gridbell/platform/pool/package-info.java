/** Ground: how the pool of connections behaves while the database is away. */
@NullMarked
package cn.gridbell.platform.pool;

import org.jspecify.annotations.NullMarked;
