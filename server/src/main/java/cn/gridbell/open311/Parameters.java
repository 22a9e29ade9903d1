package cn.gridbell.open311;

import cn.gridbell.platform.geo.GeoPoint;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What a client sent in the query or as a form. An empty parameter is an absent one; names are exactly the specification's. */
final class Parameters {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([A-Za-z0-9_.-]{1,60})](\\[\\d{0,3}])?");
    private static final Pattern PLUS_LOST = Pattern.compile("(T.*) (\\d\\d:?\\d\\d)$");

    private final Map<String, String[]> given;

    Parameters(Map<String, String[]> given) {
        this.given = given;
    }

    /** @throws GeoReportRefusal 400 if what was sent is not UTF-8, or cannot be read as a form at all */
    static Parameters of(HttpServletRequest request) {
        try {
            return new Parameters(request.getParameterMap());
        } catch (IllegalStateException | RequestRejectedException unreadable) {
            throw GeoReportRefusal.invalid("The parameters cannot be read, send them as UTF-8. 参数无法读取，请用 UTF-8 编码。");
        }
    }

    /** The first that is not empty, stripped, with line breaks as line feeds. */
    Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    @Nullable
    String orNull(String name) {
        return text(name).orElse(null);
    }

    /** Each that is not empty. */
    List<String> all(String name) {
        return plain(given.get(name));
    }

    /** Several at once: declared many times, or one time with commas. */
    List<String> list(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether it says true. */
    boolean isTrue(String name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** @throws GeoReportRefusal 400 if it is there and no W3C date and time with zone */
    Optional<Instant> instant(String name) {
        return text(name).map(value -> instantOf(value)
                .orElseThrow(() -> GeoReportRefusal.invalid(name
                        + " must be a W3C date and time with zone, eg 2010-01-01T00:00:00Z. " + name
                        + " 须为带时区的时间，例如 2026-01-01T00:00:00+08:00。")));
    }

    /** @throws GeoReportRefusal 400 if it is there and no number within these bounds */
    Optional<Double> number(String name, double least, double most) {
        return text(name).map(value -> {
            try {
                double number = Double.parseDouble(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // falls through to the refusal
            }
            throw GeoReportRefusal.invalid(name + " is not a valid number. " + name + " 不是有效的数值。");
        });
    }

    /** {@code lat} and {@code long}, WGS-84. @throws GeoReportRefusal 400 if one is missing or no coordinate */
    Optional<GeoPoint> place() {
        Optional<Double> latitude = number("lat", -90, 90);
        Optional<Double> longitude = number("long", -180, 180);
        if (latitude.isPresent() != longitude.isPresent()) {
            throw GeoReportRefusal.invalid("lat and long both need to be sent. lat 和 long 须同时提供。");
        }
        return latitude.map(degrees -> new GeoPoint(degrees, longitude.orElseThrow()));
    }

    /** {@code attribute[CODE]} and {@code attribute[CODE][]}, by code. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            Matcher attribute = ATTRIBUTE.matcher(name);
            List<String> answers = plain(values);
            if (attribute.matches() && !answers.isEmpty()) {
                found.merge(attribute.group(1), answers, Parameters::both);
            }
        });
        return found;
    }

    static Optional<Instant> instantOf(String text) {
        try {
            // A plus sign that was not encoded arrives as a blank.
            String value = PLUS_LOST.matcher(text).replaceFirst("$1+$2");
            Instant instant = OffsetDateTime.parse(value).toInstant();
            boolean storable = instant.isAfter(Instant.parse("1970-01-02T00:00:00Z"))
                    && instant.isBefore(Instant.parse("2038-01-01T00:00:00Z"));
            return storable ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static List<String> plain(String @Nullable [] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value ->
                                value.replace("\r\n", "\n").replace('\r', '\n').strip())
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }
}
