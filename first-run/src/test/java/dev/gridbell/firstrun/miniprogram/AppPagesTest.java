package dev.gridbell.firstrun.miniprogram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.gridbell.platform.security.CallableBy;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class AppPagesTest {

    private static final String SCRIPT = "/app/assets/index-D_sQOR6M.js";

    @TempDir
    Path folder;

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private HttpServer sandbox;
    private MockMvc pages;

    @EnableWebMvc
    static class Mvc {}

    AppPagesTest() throws IOException {
        sandbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages = MockMvcBuilders.standaloneSetup(new Object()).build();
    }

    @BeforeEach
    void start() throws IOException {
        sandbox.createContext("/", call -> {
            byte[] answer = (call.getRequestURI().getPath() + " "
                            + new String(call.getRequestBody().readAllBytes(), UTF_8))
                    .getBytes(UTF_8);
            call.sendResponseHeaders(201, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        sandbox.start();
        put("package.json", "{}");
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans ->
                beans.registerSingleton("browserBuild", new BrowserBuild(folder, folder.resolve("log"), () -> 0)));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "gridbell.wechat.api-host",
                                "http://127.0.0.1:" + sandbox.getAddress().getPort())));
        context.register(Mvc.class, AppPages.class);
        context.refresh();
        pages = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(new OwnMachineOnly())
                .build();
    }

    @AfterEach
    void stop() {
        context.close();
        sandbox.stop(0);
    }

    @Test
    void whatHasItsHashInItsNameIsKeptForEverAndTheIndexIsAskedForAnew() throws Exception {
        built();

        pages.perform(get("/app/"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
                .andExpect(content().string("<html>"));
        pages.perform(get(SCRIPT))
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andExpect(content().string("plain"));
        pages.perform(get("/app/static/tab/home.png")).andExpect(header().string("Cache-Control", "no-cache"));
        pages.perform(get("/app")).andExpect(redirectedUrl("/app/"));
    }

    @Test
    void sendsTheSmallestFormTheBrowserTakes() throws Exception {
        built();

        pages.perform(get(SCRIPT).header("Accept-Encoding", "gzip, br"))
                .andExpect(header().string("Content-Encoding", "br"))
                .andExpect(header().string("Vary", "Accept-Encoding"))
                .andExpect(content().contentTypeCompatibleWith("text/javascript"))
                .andExpect(content().string("brotli"));
        pages.perform(get(SCRIPT).header("Accept-Encoding", "gzip"))
                .andExpect(header().doesNotExist("Content-Encoding"))
                .andExpect(content().string("plain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app/assets/../index.html", "/app/assets/%2e%2e/%2e%2e/%2e%2e/package.json", "/app/package.json"
            })
    void servesNothingButTheBuild(String path) throws Exception {
        built();

        assertThat(pages.perform(get(java.net.URI.create(path)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void withoutNodeThePageSaysInBothLanguagesWhatToInstall() throws Exception {
        String page = pages.perform(get("/app/"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);

        assertThat(page)
                .contains("data-phase=\"NO_NODE\"", "Node 20 或更高版本", "Node 20 or later", "npm run build:h5")
                .contains(folder.toString())
                .doesNotContain("{{");
    }

    @Test
    void findsABuildThatWasMadeByHandMeanwhile() throws Exception {
        pages.perform(get("/app/")).andExpect(status().isServiceUnavailable());
        built();
        pages.perform(get("/app/")).andExpect(status().isOk());
        pages.perform(get(SCRIPT)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sandbox/people",
                "/sandbox/people/p3/login-code",
                "/sandbox/people/p3/phone-code",
                "/sandbox/people/p3/consents"
            })
    void handsOnWhatStandsInForWechat(String path) throws Exception {
        pages.perform(post(path).contentType(MediaType.APPLICATION_JSON).content("{\"a\":1}"))
                .andExpect(status().isCreated())
                .andExpect(content().string(path + " {\"a\":1}"));
    }

    @Test
    void handsOnNothingElse() throws Exception {
        MediaType json = MediaType.APPLICATION_JSON;
        pages.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/sandbox/clock")
                        .contentType(json)
                        .content("{}"))
                .andExpect(status().isNotFound());
        pages.perform(post("/sandbox/people/p3/follow").contentType(json).content("{}"))
                .andExpect(status().isNotFound());
        pages.perform(get("/sandbox/people")).andExpect(status().isMethodNotAllowed());
        pages.perform(post("/sandbox/people").contentType("text/plain").content("{}"))
                .andExpect(status().isUnsupportedMediaType());
        pages.perform(post("/sandbox/people").contentType(json).content(" ".repeat(20_000)))
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void isForProgramsOfThisMachineOnly() throws Exception {
        built();
        for (String path : List.of("/app/", SCRIPT)) {
            pages.perform(get(path)).andExpect(status().isOk());
            pages.perform(get(path).with(request -> {
                        request.setRemoteAddr("192.168.1.20");
                        return request;
                    }))
                    .andExpect(status().isForbidden());
            pages.perform(get(path).with(request -> {
                        request.setServerName("gridbell.example");
                        return request;
                    }))
                    .andExpect(status().isForbidden());
            pages.perform(get(path).header("Origin", "http://gridbell.example")).andExpect(status().isForbidden());
        }
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(Stream.of(AppController.class, SandboxController.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)))
                .hasSize(4)
                .allMatch(method -> method.isAnnotationPresent(CallableBy.class));
    }

    @Test
    void aServerInProductionDoesNotStartWithIt() throws Exception {
        Class<?> refusing = Class.forName("cn.gridbell.platform.RefuseUnsafeStart");
        try (AnnotationConfigApplicationContext server = new AnnotationConfigApplicationContext()) {
            server.registerBean(BrowserBuild.class, () -> new BrowserBuild(folder, folder.resolve("log"), () -> 0));
            server.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "production",
                            Map.of(
                                    "gridbell.production",
                                    "true",
                                    "gridbell.wechat.api-host",
                                    "https://api.weixin.qq.com")));
            server.register(AppPages.class, refusing);

            assertThatThrownBy(server::refresh).hasMessageContaining("/app and /sandbox of the first run");
        }
    }

    private void built() throws IOException {
        put("dist/build/h5/index.html", "<html>");
        put("dist/build/h5/assets/index-D_sQOR6M.js", "plain");
        put("dist/build/h5/assets/index-D_sQOR6M.js.br", "brotli");
        put("dist/build/h5/static/tab/home.png", "png");
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
