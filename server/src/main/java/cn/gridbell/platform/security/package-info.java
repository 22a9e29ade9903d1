/** Ground: who calls, and who may: the filter chain, the declared audience of each handler. */
@NullMarked
package cn.gridbell.platform.security;

import org.jspecify.annotations.NullMarked;
