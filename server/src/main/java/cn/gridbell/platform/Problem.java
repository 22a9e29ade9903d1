package cn.gridbell.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A "no" a person can understand: born with its HTTP status, a stable type and a Chinese sentence that says what to do.
 *
 * <p>Answered as {@code application/problem+json} (RFC 9457). The detail and the properties must not carry personal data: they
 * are logged.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String room;
    private final String kind;
    private final String title;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * @param status 4xx or 503
     * @param room   the room that says no, for example {@code request}
     * @param kind   kebab-case, stable: together {@code urn:problem:<room>:<kind>}
     * @param title  short Chinese title
     * @param detail Chinese sentence: what stopped us and what to do next
     */
    protected Problem(HttpStatus status, String room, String kind, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.room = room;
        this.kind = kind;
        this.title = title;
    }

    /** Adds a machine-readable member to the problem document; ids, enums and instants only. */
    protected final Problem with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public final HttpStatus status() {
        return status;
    }

    public final URI type() {
        return URI.create("urn:problem:" + room + ":" + kind);
    }

    public final String title() {
        return title;
    }

    public final String detail() {
        return String.valueOf(getMessage());
    }

    public final Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
