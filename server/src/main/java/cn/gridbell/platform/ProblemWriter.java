package cn.gridbell.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document from a filter, where no controller advice reaches. */
public final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemWriter() {}

    public static void write(HttpServletResponse response, HttpStatus status, String type, String title, String detail)
            throws IOException {
        written(status, type, title, detail).write(response);
    }

    /** The document, for whoever says the same very often. */
    public static Written written(HttpStatus status, String type, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", detail);
        return new Written(status, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    /** A document as bytes. */
    public static final class Written {

        private final HttpStatus status;
        private final byte[] body;

        private Written(HttpStatus status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public void write(HttpServletResponse response) throws IOException {
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
        }
    }
}
