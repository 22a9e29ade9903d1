package cn.gridbell.open311;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the controllers that answer as GeoReport v2 says, errors too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface GeoReportDoor {}
