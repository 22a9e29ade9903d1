@NullMarked
package dev.gridbell.embedded;

import org.jspecify.annotations.NullMarked;
