package cn.gridbell.platform.security;

import cn.gridbell.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through to a handler only if the handler's {@link CallableBy} names the caller. */
final class AudienceInterceptor implements HandlerInterceptor {

    private static final String OURS = "cn.gridbell.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        CallableBy declared = method.getMethodAnnotation(CallableBy.class);
        if (declared == null) {
            if (method.getBeanType().getName().startsWith(OURS)) {
                throw new NotForYou();
            }
            return true;
        }
        switch (declared.value()) {
            case ANYONE, WECHAT -> {}
            case RESIDENT -> {
                if (caller().isEmpty()) {
                    throw new SignInNeeded();
                }
            }
            case STAFF -> {
                Caller caller = caller().orElseThrow(SignInNeeded::new);
                boolean named = declared.roles().length == 0
                        || Arrays.stream(declared.roles()).anyMatch(caller.roles()::contains);
                if (caller.staffId() == null || !named) {
                    throw new NotForYou();
                }
            }
        }
        return true;
    }

    static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        @Nullable Object principal = authentication == null ? null : authentication.getPrincipal();
        return principal instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** 401: no token. */
    static final class SignInNeeded extends Problem {

        private static final long serialVersionUID = 1L;

        SignInNeeded() {
            super(HttpStatus.UNAUTHORIZED, "signin", "needed", "请先登录", "登录已过期或尚未登录，请重新打开小程序登录。");
        }
    }

    /** 403: never yours. */
    static final class NotForYou extends Problem {

        private static final long serialVersionUID = 1L;

        NotForYou() {
            super(HttpStatus.FORBIDDEN, "signin", "not-for-you", "没有权限", "您没有权限做这件事，如有疑问请联系街道管理员。");
        }
    }
}
