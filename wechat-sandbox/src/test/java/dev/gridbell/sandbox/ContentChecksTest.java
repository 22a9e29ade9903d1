package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class ContentChecksTest {
    private Receiver receiver;
    private HttpServer pictures;
    private WechatSandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/street.jpg", Color.GRAY);
        serve("/bad.jpg", Color.MAGENTA);
        serve("/odd.jpg", Color.CYAN);
        pictures.start();
        sandbox = WechatSandbox.start(receiver.settings());
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
        pictures.stop(0);
    }

    @Test
    void judgesTextByItsWords() throws Exception {
        JsonNode person = caller.person("张阿姨");

        assertThat(suggestion(text(person, "楼道灯不亮"))).isEqualTo("pass");
        assertThat(suggestion(text(person, "楼下有人聚众赌博"))).isEqualTo("risky");
        assertThat(suggestion(text(person, "我要曝光他们"))).isEqualTo("review");
    }

    @Test
    void answersTextsInTheOfficialShape() throws Exception {
        JsonNode official =
                Fixtures.read("17-content-security").path("msg_sec_check").path("response");

        JsonNode ours = text(caller.person("李叔"), "你好").json();

        assertThat(ours.propertyNames()).containsExactlyInAnyOrderElementsOf(official.propertyNames());
        assertThat(ours.path("result").propertyNames())
                .containsExactlyInAnyOrderElementsOf(official.path("result").propertyNames());
        assertThat(ours.path("detail").path(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        official.path("detail").path(0).propertyNames());
    }

    @Test
    void someoneWhoWasNotHereForTwoHoursCannotBeChecked() throws Exception {
        JsonNode person = caller.person("王姐");
        caller.put("/sandbox/clock", Map.of("offsetSeconds", 7_201));
        assertThat(text(person, "你好").errcode()).isEqualTo(61010);
        caller.act(person, "login-code", Map.of());
        assertThat(text(person, "你好").errcode()).isZero();
    }

    @Test
    void judgesPicturesByTheirColourAndTellsLater() throws Exception {
        JsonNode person = caller.person("赵师傅");
        JsonNode official = Fixtures.read("17-content-security").path("push_pass");

        String traceId = picture(person, "/street.jpg");
        JsonNode pass = receiver.take().mini();
        assertThat(Json.text(pass, "trace_id")).isEqualTo(traceId);
        assertThat(pass.propertyNames()).containsExactlyInAnyOrderElementsOf(official.propertyNames());
        assertThat(pass.path("CreateTime").isIntegralNumber()).isTrue();
        picture(person, "/bad.jpg");
        assertThat(Json.text(receiver.take().mini().path("result"), "suggest")).isEqualTo("risky");
        picture(person, "/odd.jpg");
        assertThat(Json.text(receiver.take().mini().path("result"), "suggest")).isEqualTo("review");
    }

    @Test
    void saysWhenAPictureCannotBeFetched() throws Exception {
        JsonNode official = Fixtures.read("17-content-security").path("push_download_failed_real");

        picture(caller.person("钱大爷"), "/gone.jpg");

        JsonNode failed = receiver.take().mini();
        assertThat(failed.propertyNames()).containsExactlyInAnyOrderElementsOf(official.propertyNames());
        assertThat(failed.path("errcode").asInt(0)).isEqualTo(-1008);
    }

    private String picture(JsonNode person, String name) throws IOException, InterruptedException {
        JsonNode answer = caller.post(
                        "/wxa/media_check_async?access_token=" + caller.miniToken(),
                        Json.object(
                                "media_url",
                                        "http://127.0.0.1:"
                                                + pictures.getAddress().getPort() + name,
                                "media_type", 2,
                                "version", 2,
                                "openid", Json.text(person, "miniProgramOpenId"),
                                "scene", 1))
                .json();
        assertThat(answer.path("errcode").asInt(-1)).isZero();
        return Json.text(answer, "trace_id");
    }

    /** WxJava sends the version as a string. */
    private Caller.Answer text(JsonNode person, String content) throws IOException, InterruptedException {
        return caller.post(
                "/wxa/msg_sec_check?access_token=" + caller.miniToken(),
                Json.object(
                        "version",
                        "2",
                        "openid",
                        Json.text(person, "miniProgramOpenId"),
                        "scene",
                        1,
                        "content",
                        content));
    }

    private static String suggestion(Caller.Answer answer) {
        return Json.text(answer.json().path("result"), "suggest");
    }

    private void serve(String name, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 320, 200);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        pictures.createContext(name, exchange -> {
            exchange.sendResponseHeaders(200, file.size());
            exchange.getResponseBody().write(file.toByteArray());
            exchange.close();
        });
    }
}
