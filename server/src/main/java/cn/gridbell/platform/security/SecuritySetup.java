package cn.gridbell.platform.security;

import cn.gridbell.platform.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Two fences: the filter chain wants a token for everything under {@code /api} but signing in, and each handler's {@link CallableBy} is
 * enforced by {@link AudienceInterceptor}; a handler without one is refused.
 */
@Configuration(proxyBeanMethods = false)
class SecuritySetup implements WebMvcConfigurer {

    /** Each filter observed by itself says nothing that the request's own observation does not, and is paid by every call. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, CallerDirectory callers, OperatorGate operators) {
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/api/signin/wechat", "/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, context) -> operators.decide(context.getRequest()))
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(
                        no -> no.authenticationEntryPoint(signInNeeded()).accessDeniedHandler(notForYou()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(signInNeeded())
                        .accessDeniedHandler(notForYou())
                        .bearerTokenResolver(new ApiBearerTokens())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> authenticate(token, callers))));
        return http.build();
    }

    /** Nobody signs in with a password; this keeps Boot from inventing a user. */
    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new InvalidBearerTokenException("no password sign-in");
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AudienceInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
    }

    private static AbstractAuthenticationToken authenticate(Jwt token, CallerDirectory callers) {
        try {
            Object session = token.getClaims().get("sid");
            return callers.callerOf(Long.parseLong(String.valueOf(session)))
                    .map(CallerAuthentication::new)
                    .orElseThrow(() -> new InvalidBearerTokenException("session over"));
        } catch (NumberFormatException e) {
            throw new InvalidBearerTokenException("no session", e);
        } catch (DataAccessException | TransactionException e) {
            throw new SessionsAway(e);
        }
    }

    /**
     * Whether the session still counts cannot be read now: no reason to sign in anew. Of this kind because it is the only one that reaches the
     * entry point: after any other the next manager is asked, and says that a token is needed.
     */
    private static final class SessionsAway extends AccountStatusException {

        private static final long serialVersionUID = 1L;

        SessionsAway(RuntimeException cause) {
            super("sessions cannot be read", cause);
        }
    }

    private static AuthenticationEntryPoint signInNeeded() {
        return (request, response, failure) -> {
            if (failure instanceof SessionsAway) {
                response.setHeader("Retry-After", "2");
                ProblemWriter.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "urn:problem:platform:unavailable",
                        "暂时繁忙",
                        "系统暂时繁忙，请几秒后再试。");
                return;
            }
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemWriter.write(
                    response, HttpStatus.UNAUTHORIZED, "urn:problem:signin:needed", "请先登录", "登录已过期或尚未登录，请重新打开小程序登录。");
        };
    }

    private static AccessDeniedHandler notForYou() {
        return (request, response, failure) -> ProblemWriter.write(
                response, HttpStatus.FORBIDDEN, "urn:problem:signin:not-for-you", "没有权限", "您没有权限做这件事，如有疑问请联系街道管理员。");
    }
}
