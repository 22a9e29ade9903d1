/** What holds for the whole application, whatever room it is in. */
@NullMarked
package dev.gridbell.whole;

import org.jspecify.annotations.NullMarked;
