/**
 * Pictures: developed, turned upright, re-encoded, stripped of metadata, stored, served by signed links; what WeChat says of showing them to the
 * public.
 *
 * <p>Tables: {@code photo}, {@code photo_check}, {@code photo_verdict}. Facts: {@code PhotoJudged}. It asks {@code resident} who owns a picture, because WeChat judges a picture together with
 * its owner.
 */
@ApplicationModule(allowedDependencies = {"platform", "wechat", "resident"})
@NullMarked
package cn.gridbell.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
