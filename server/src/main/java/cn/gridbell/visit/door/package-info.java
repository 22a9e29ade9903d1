/**
 * Signs at the doors of buildings: a code that a member scans to prove that they stand there. Knows no visit. Inside the room {@code visit} only.
 *
 * <p>Tables: none. Facts: none.
 */
@NullMarked
package cn.gridbell.visit.door;

import org.jspecify.annotations.NullMarked;
