package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MediaTest extends WithReceiver {
    private static final byte[] PNG = CodePicture.png("grid_1");

    @Test
    void keepsAFileForThreeDays() throws Exception {
        JsonNode uploaded = upload("image", PNG).json();
        String id = Json.text(uploaded, "media_id");
        assertThat(Json.text(uploaded, "type")).isEqualTo("image");
        assertThat(uploaded.path("created_at").isIntegralNumber()).isTrue();

        Caller.Answer file = asOfficial("/cgi-bin/media/get?media_id=" + id);

        assertThat(file.contentType()).isEqualTo("image/png");
        assertThat(file.body()).isEqualTo(PNG);
        clockAt(Media.LIFE.toSeconds() - 60);
        assertThat(asOfficial("/cgi-bin/media/get?media_id=" + id).body()).isEqualTo(PNG);
        clockAt(Media.LIFE.toSeconds() + 60);
        assertThat(asOfficial("/cgi-bin/media/get?media_id=" + id).errcode()).isEqualTo(40007);
    }

    @Test
    void refusesWhatItDoesNotTake() throws Exception {
        assertThat(asOfficial("/cgi-bin/media/get?media_id=nothing").errcode()).isEqualTo(40007);
        assertThat(upload("image", "no picture".getBytes(UTF_8)).errcode()).isEqualTo(40005);
        assertThat(upload("gossip", PNG).errcode()).isEqualTo(40004);
        assertThat(upload("thumb", PNG).errcode()).isEqualTo(40005);
        assertThat(upload("image", Arrays.copyOf(PNG, 2 * 1024 * 1024 + 1)).errcode())
                .isEqualTo(40006);
        assertThat(asOfficial("/cgi-bin/media/upload?type=image", Map.of("media", "json"))
                        .errcode())
                .isEqualTo(41001);
    }

    @Test
    void aPictureOfAnArticleHasAnAddress() throws Exception {
        JsonNode answer = caller.upload("/cgi-bin/media/uploadimg?access_token=" + caller.officialToken(), PNG)
                .json();

        assertThat(answer.has("errcode")).isFalse();
        clockAt(10 * Media.LIFE.toSeconds());
        assertThat(caller.get(URI.create(Json.text(answer, "url")).getPath()).body())
                .isEqualTo(PNG);
    }

    private Caller.Answer upload(String type, byte[] content) throws IOException, InterruptedException {
        return caller.upload("/cgi-bin/media/upload?type=" + type + "&access_token=" + caller.officialToken(), content);
    }
}
