/**
 * Residents, their households and their privacy consents.
 *
 * <p>Tables: {@code resident}, {@code household}, {@code privacy_consent}, {@code resident_grid_hint}. Facts: {@code ResidentBound}, {@code ResidentForgotten}, {@code ResidentTookBack}. Phones and doors are sealed at rest;
 * other rooms hold ids and ask here. Anybody above may use it. Nested
 * topic: {@code disclosure} (who looked at a phone or a door, and why).
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "wechat"})
@NullMarked
package cn.gridbell.resident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
