@NullMarked
package dev.gridbell.house.downstairs.upper;

import org.jspecify.annotations.NullMarked;
