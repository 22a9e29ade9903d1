/**
 * Staff accounts, their roles, the grids they serve.
 *
 * <p>Tables: {@code staff_member}, {@code staff_duty}, {@code staff_unit}, {@code staff_unit_member}, {@code staff_deputy}. Facts: {@code StaffBound}. Phones are sealed at rest. Anybody above may use it.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "wechat"})
@NullMarked
package cn.gridbell.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
