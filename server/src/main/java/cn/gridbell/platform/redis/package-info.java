/** Ground: what may be forgotten: short-lived shared values with a time limit, a breaker and a defined answer when Redis is away. */
@NullMarked
package cn.gridbell.platform.redis;

import org.jspecify.annotations.NullMarked;
