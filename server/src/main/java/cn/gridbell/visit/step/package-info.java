/** How a step of a visit is written: one transaction, tried again if the database could not settle it. Inside the room {@code visit} only. */
@NullMarked
package cn.gridbell.visit.step;

import org.jspecify.annotations.NullMarked;
