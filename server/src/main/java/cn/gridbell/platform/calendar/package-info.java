/** Ground: working time in Asia/Shanghai: holidays, make-up days, deadlines. */
@NullMarked
package cn.gridbell.platform.calendar;

import org.jspecify.annotations.NullMarked;
