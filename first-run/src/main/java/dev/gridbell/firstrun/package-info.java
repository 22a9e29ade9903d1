@NullMarked
package dev.gridbell.firstrun;

import org.jspecify.annotations.NullMarked;
