package cn.gridbell.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** A "no" said before any handler is asked (broken request lines, headers that are none, addresses with tricks) is a problem document too. */
@Configuration(proxyBeanMethods = false)
class ServerProblems {

    static final String TITLE = "无法识别的请求";
    static final String DETAIL = "这个请求无法识别，请更新小程序后重试。";
    private static final String TYPE = "urn:problem:platform:unreadable";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheConnector() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Valve.class.getName()));
    }

    @Bean
    RequestRejectedHandler problemsOfTheFirewall() {
        return (request, response, rejected) ->
                ProblemWriter.write(response, HttpStatus.BAD_REQUEST, TYPE, TITLE, DETAIL);
    }

    /** Instead of Tomcat's page. */
    public static final class Valve extends ErrorReportValve {

        private static final JsonMapper JSON = JsonMapper.shared();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (status == HttpServletResponse.SC_NOT_IMPLEMENTED
                    || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED) {
                // What we do not understand is the caller's mistake, no failure of ours.
                status = HttpServletResponse.SC_BAD_REQUEST;
                response.setStatus(status);
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", TYPE);
            body.put("title", TITLE);
            body.put("status", status);
            body.put("detail", status < 500 ? DETAIL : "系统暂时无法处理这个请求，请稍后再试。");
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // whoever asked is not there any more, or part of an answer is on its way
            }
        }
    }
}
