/** Ground: transactions that the database gave up for the sake of another are begun anew. */
@NullMarked
package cn.gridbell.platform.repeat;

import org.jspecify.annotations.NullMarked;
