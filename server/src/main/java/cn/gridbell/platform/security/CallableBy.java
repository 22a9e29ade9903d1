package cn.gridbell.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a handler. Required on each handler method; one that does not say fails the build and is refused at run time. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CallableBy {

    Audience value();

    /** For {@link Audience#STAFF}: any one of these; empty means every role. */
    Role[] roles() default {};
}
