/** Each breaks one house rule; none is ever run. */
@NullMarked
package dev.gridbell.house.trespassers;

import org.jspecify.annotations.NullMarked;
