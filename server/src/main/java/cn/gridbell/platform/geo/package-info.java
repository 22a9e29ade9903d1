/** Ground: places in WGS-84 and the one place where WeChat's GCJ-02 is converted. */
@NullMarked
package cn.gridbell.platform.geo;

import org.jspecify.annotations.NullMarked;
