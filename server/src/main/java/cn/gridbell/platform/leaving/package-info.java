/** Ground: how a node goes: it says so first, then answers what still comes, and only then closes its door. */
@NullMarked
package cn.gridbell.platform.leaving;

import org.jspecify.annotations.NullMarked;
