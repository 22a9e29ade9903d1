package cn.gridbell.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.stereotype.Component;

/** Metrics are for the operator: {@code Authorization: Bearer <gridbell.operations.token>}. Without a token set, nobody. */
@Component
class OperatorGate {

    private final byte[] expected;

    OperatorGate(@Value("${gridbell.operations.token:}") String token) {
        this.expected = token.isEmpty() ? new byte[0] : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    AuthorizationDecision decide(HttpServletRequest request) {
        String given = request.getHeader("Authorization");
        return new AuthorizationDecision(expected.length > 0
                && given != null
                && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)));
    }
}
