/** Ground: how a call finds who answers it. */
@NullMarked
package cn.gridbell.platform.paths;

import org.jspecify.annotations.NullMarked;
