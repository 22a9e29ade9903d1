/**
 * The street's territories: the tree of grids, their polygons, the buildings and their addresses; which grid a place belongs to.
 *
 * <p>Tables: {@code grid}, {@code building}. Facts: {@code GridRedrawn}. Anybody above may use it.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package cn.gridbell.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
