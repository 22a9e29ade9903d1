/** 联调: who sits at the table about a request, the minutes, the tasks, the outcome. Inside the room {@code request} only. */
@NullMarked
package cn.gridbell.request.coordination;

import org.jspecify.annotations.NullMarked;
