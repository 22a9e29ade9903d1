@NullMarked
package dev.gridbell.sandbox;

import org.jspecify.annotations.NullMarked;
