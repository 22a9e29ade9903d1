/** The house rules, checked on every build, each with a trespasser that proves it can fail. */
@NullMarked
package dev.gridbell.house;

import org.jspecify.annotations.NullMarked;
