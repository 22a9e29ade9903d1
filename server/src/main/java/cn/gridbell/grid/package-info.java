/**
 * The tree of territories (street, communities, grids, micro-grids), where they lie, and which entrance belongs to which.
 *
 * <p>Tables: {@code grid}, {@code building}, {@code grid_redrawing}. Facts: {@code GridRedrawn}. Every room above may ask {@link
 * cn.gridbell.grid.Grids}; rooms that keep rows of a street's files implement {@link cn.gridbell.grid.StreetImportPart}.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package cn.gridbell.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
