package cn.gridbell.platform.paths;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class PathsFirstTest {

    private final RequestMappingHandlerMapping ours = begun(new PathsFirst());
    private final RequestMappingHandlerMapping springs = begun(new RequestMappingHandlerMapping());

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/requests,            list",
        "GET,  /api/requests/7,          one",
        "POST, /api/requests/7,          change",
        "PUT,  /api/requests/7,          HttpRequestMethodNotSupportedException",
        "GET,  /api/requests/7/photos,   photos",
        "GET,  /api/requests-nearby/7,   nearby",
        "GET,  /api/%72equests/7,        one",
        "GET,  /api/requests;v=1/7,      one",
        "GET,  /calendar/abc.ics,        calendar",
        "GET,  /app,                     anything",
        "GET,  /app/pages/home,          app",
        "GET,  /files,                   anything",
        "GET,  /files/a/b,               files",
        "GET,  /anything,                anything",
        "GET,  /,                        ",
        "GET,  /api/nothing/7/there,     "
    })
    void findsWhoSpringFinds(String method, String path, @Nullable String found) {
        assertThat(lookedUp(ours, method, path))
                .isEqualTo(lookedUp(springs, method, path))
                .isEqualTo(found);
    }

    @Test
    void knowsWhatEveryPathOfAPatternBeginsWith() {
        assertThat(PathsFirst.beginningOf("/api/requests/{id}")).isEqualTo("/api/requests");
        assertThat(PathsFirst.beginningOf("/api/requests")).isEqualTo("/api/requests");
        assertThat(PathsFirst.beginningOf("/app/**")).isEqualTo("/app");
        assertThat(PathsFirst.beginningOf("/calendar/{token}.ics")).isEqualTo("/calendar");
        assertThat(PathsFirst.beginningOf("/{one}")).isEmpty();
    }

    private static @Nullable String lookedUp(RequestMappingHandlerMapping mapping, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null
                    ? null
                    : ((HandlerMethod) chain.getHandler()).getMethod().getName();
        } catch (Exception refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private static RequestMappingHandlerMapping begun(RequestMappingHandlerMapping mapping) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("desk", Desk.class);
        context.refresh();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }

    @RestController
    static class Desk {

        @GetMapping("/api/requests")
        void list() {}

        @GetMapping("/api/requests/{id}")
        void one() {}

        @PostMapping("/api/requests/{id}")
        void change() {}

        @GetMapping("/api/requests/{id}/photos")
        void photos() {}

        @GetMapping("/api/requests-nearby/{id}")
        void nearby() {}

        @GetMapping("/calendar/{token}.ics")
        void calendar() {}

        @GetMapping("/app/**")
        void app() {}

        @GetMapping("/files/{*rest}")
        void files() {}

        @GetMapping("/{one}")
        void anything() {}
    }
}
