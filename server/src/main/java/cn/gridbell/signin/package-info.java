/**
 * Sessions and tokens for residents and staff.
 *
 * <p>Tables: {@code signin_session}.
 */
@ApplicationModule(allowedDependencies = {"platform", "wechat", "resident", "staff", "grid"})
@NullMarked
package cn.gridbell.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
