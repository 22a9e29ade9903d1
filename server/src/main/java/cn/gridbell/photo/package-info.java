/**
 * Pictures: checked, turned upright, re-encoded, stripped of metadata, stored, served by signed links.
 *
 * <p>Tables: {@code photo}.
 */
@ApplicationModule(allowedDependencies = {"platform", "wechat"})
@NullMarked
package cn.gridbell.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
