package dev.gridbell.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** Pictures that phones send and everybody with the address can see, as on WeChat's picture hosts. */
final class Pictures {
    static final String PATH = "/sandbox/pictures/";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_SIDE = 4_096;
    private static final int USUAL_SIDE = 640;

    private final Platform platform;

    Pictures(Platform platform) {
        this.platform = platform;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + "{id}", Controls.guarded(context -> {
            Media.Stored found = platform.media
                    .find(context.pathParam("id"))
                    .orElseThrow(() -> ControlRefusal.missing("没有这张图片，或者它已经过了三天的保存期"));
            context.contentType(found.contentType()).result(found.content());
        }));
    }

    /** Where a picture can be seen, for whoever reached the sandbox the way this request did. */
    static String origin(Context context) {
        return context.scheme() + "://" + context.host();
    }

    /** The file that was posted, or a picture of one colour drawn by {@code {color, width, height}}. */
    static byte[] wished(Context context) throws IOException {
        if (context.isMultipartFormData()) {
            var file =
                    context.uploadedFiles().stream().findFirst().orElseThrow(() -> ControlRefusal.bad("请在表单里附上一张图片"));
            byte[] content = file.content().readAllBytes();
            if (!Media.contentType(content).startsWith("image/")) {
                throw ControlRefusal.bad("图片只能是 PNG、JPEG 或 GIF");
            }
            return content;
        }
        JsonNode wish = Controls.body(context);
        String colour = wish.path("color").asString("#3a7d44");
        if (!COLOUR.matcher(colour).matches()) {
            throw ControlRefusal.bad("color 请写成 #rrggbb");
        }
        return draw(Color.decode(colour), side(wish, "width"), side(wish, "height"));
    }

    private static int side(JsonNode wish, String name) {
        int side = wish.path(name).asInt(USUAL_SIDE);
        if (side < 1 || side > LONGEST_SIDE) {
            throw ControlRefusal.bad(name + " 请写 1 到 " + LONGEST_SIDE + " 的整数");
        }
        return side;
    }

    private static byte[] draw(Color colour, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
