/**
 * Sessions and tokens for residents and staff, and what a signed-in person sees of themselves: the only room that knows residents and staff
 * alike ({@code docs/decisions/0010-me-lives-in-signin.md}).
 *
 * <p>Tables: {@code signin_session}. Facts: none. Nobody uses it: {@code platform.security} asks it through {@code CallerDirectory}.
 */
@ApplicationModule(allowedDependencies = {"platform", "wechat", "resident", "resident::disclosure", "staff", "grid"})
@NullMarked
package cn.gridbell.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
