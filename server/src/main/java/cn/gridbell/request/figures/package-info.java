/** Counts of requests for staff. Inside the room {@code request} only; reads its tables, owns none. */
@NullMarked
package cn.gridbell.request.figures;

import org.jspecify.annotations.NullMarked;
