package dev.gridbell.firstrun.miniprogram;

import cn.gridbell.platform.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything under {@code /app} and {@code /sandbox}: the caller is a program on this machine (a request that a proxy passed on is not), it
 * asked for this machine by name (else a foreign name that resolves to 127.0.0.1 would do), and no page of another origin sent it.
 */
final class OwnMachineOnly extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    /** The page loads from its own origin alone; {@code unsafe-inline} for styles because uni positions its parts by them. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request)) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "urn:problem:first-run:own-machine-only",
                    "只在本机可用",
                    "沙箱和浏览器里的小程序只给本机使用，请在运行它的机器上打开。");
            return;
        }
        if (!request.getRequestURI().startsWith("/app/assets/")) { // a policy is a page's; there are many of the others
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Referrer-Policy", "same-origin");
        }
        chain.doFilter(request, response);
    }

    private static boolean isOurs(HttpServletRequest request) throws IOException {
        String origin = request.getHeader("Origin");
        String own = request.getScheme() + "://" + request.getHeader("Host");
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && NAMES.contains(request.getServerName())
                && (origin == null || origin.equals(own));
    }
}
