package cn.gridbell.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A person with a good token, while the database that knows their session does not answer. */
class SessionsAwayTest {

    static List<RuntimeException> failures() {
        return List.of(
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("connection lost"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void asksToTryAgainInsteadOfFailing(RuntimeException failure) throws Exception {
        MockHttpServletResponse answer = call(() -> {
            throw failure;
        });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotBlank();
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void asksToSignInIfTheSessionIsOver() throws Exception {
        assertThat(call(Optional::empty).getStatus()).isEqualTo(401);
    }

    private static MockHttpServletResponse call(Supplier<Optional<Caller>> session) throws Exception {
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.register(House.class);
            context.addBeanFactoryPostProcessor(
                    beans -> beans.registerSingleton("sessions", (CallerDirectory) id -> session.get()));
            context.refresh();
            var request = new MockHttpServletRequest("GET", "/api/resident/me");
            request.addHeader("Authorization", "Bearer good");
            var response = new MockHttpServletResponse();
            context.getBean("springSecurityFilterChain", Filter.class)
                    .doFilter(request, response, new MockFilterChain());
            return response;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import({SecuritySetup.class, OperatorGate.class})
    static class House {

        @Bean
        JwtDecoder anyTokenIsGood() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "HS256")
                    .claim("sid", "1")
                    .issuedAt(Instant.EPOCH)
                    .build();
        }
    }
}
