/**
 * The order in which a day's doors are walked. Pure arithmetic: knows no visit, no person and no table. Inside the room {@code visit} only.
 *
 * <p>Tables: none. Facts: none.
 */
@NullMarked
package cn.gridbell.visit.route;

import org.jspecify.annotations.NullMarked;
