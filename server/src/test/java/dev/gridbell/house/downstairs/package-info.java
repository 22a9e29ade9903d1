@NullMarked
package dev.gridbell.house.downstairs;

import org.jspecify.annotations.NullMarked;
