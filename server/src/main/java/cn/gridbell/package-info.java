@NullMarked
package cn.gridbell;

import org.jspecify.annotations.NullMarked;
