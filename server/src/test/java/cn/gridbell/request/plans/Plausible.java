package cn.gridbell.request.plans;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.published.PublishedQuery;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Values a statement may be asked with, found by the type and the name of its parameter, in a few variants. */
final class Plausible {

    static final int VARIANTS = 4;

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final List<Cursor> CURSORS = List.of(
            Cursor.OLDEST, new Cursor(NOW.minus(Duration.ofDays(40)), 4_711), Cursor.NEWEST, new Cursor(NOW, 4_712));
    private static final List<Integer> HOW_MANY = List.of(1, 12, 30, 3);
    private static final List<String> CATEGORIES =
            List.of("NOISE", "GARBAGE", "PARKING", "MANHOLE", "SEWAGE", "FUMES", "STREET_LIGHT");
    private static final Map<String, Instant> TIMES = Map.of(
            "before", NOW.minus(Duration.ofDays(720)),
            "since", NOW.minus(Duration.ofDays(30)),
            "from", NOW.minus(Duration.ofDays(30)),
            "until", NOW,
            "to", NOW);
    private static final Map<String, String> WORDS =
            Map.of("category", "NOISE", "code", "NOISE", "heading", "ORDER", "status", "OPEN");

    private final int variant;

    Plausible(int variant) {
        this.variant = variant;
    }

    Object[] arguments(Method method) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            boolean none = variant == 1 && parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
            values.add(none ? null : value(parameter.getParameterizedType(), parameter.getName()));
        }
        return values.toArray();
    }

    private @Nullable Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return many(generic.getActualTypeArguments()[0], name);
            }
        }
        if (!(type instanceof Class<?> wanted)) {
            throw new IllegalStateException("no value for " + type + " " + name);
        }
        if (wanted == long.class || wanted == Long.class) {
            return name.equals("staff") || name.equals("unit") ? 3L : name.equals("resident") ? 7L : 4_701L;
        }
        if (wanted == int.class || wanted == Integer.class) {
            return 21;
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return false;
        }
        if (wanted == double.class || wanted == Double.class) {
            return 30.6;
        }
        if (wanted == String.class) {
            return WORDS.getOrDefault(name, "PLAN-17");
        }
        if (wanted == Instant.class) {
            return TIMES.getOrDefault(name, NOW);
        }
        if (wanted == LocalDate.class) {
            return LocalDate.of(2026, 11, 20);
        }
        if (wanted == Cursor.class) {
            return CURSORS.get(variant);
        }
        if (wanted == PublishedQuery.class) {
            return publicQuestion();
        }
        return wanted.isEnum() ? wanted.getEnumConstants()[0] : made(wanted);
    }

    /** Numbers of territories start at 1, those of requests are somewhere in the middle. */
    private List<?> many(Type of, String name) {
        if (of == String.class) {
            return name.equals("numbers")
                    ? LongStream.range(100, 100 + HOW_MANY.get(variant))
                            .mapToObj(i -> "PLAN-" + i)
                            .toList()
                    : CATEGORIES.subList(0, Math.min(CATEGORIES.size(), HOW_MANY.get(variant)));
        }
        if (of == Long.class) {
            long first = name.equals("grids") || name.equals("path") ? 7 : name.equals("cells") ? 612_720_810L : 4_701;
            return LongStream.range(first, first + HOW_MANY.get(variant))
                    .boxed()
                    .toList();
        }
        return List.of(java.util.Objects.requireNonNull(value(of, name)));
    }

    /** What has one constructor is made of plausible parts. */
    private Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            List<@Nullable Object> parts = new ArrayList<>();
            for (Parameter parameter : constructor.getParameters()) {
                parts.add(value(parameter.getParameterizedType(), parameter.getName()));
            }
            return constructor.newInstance(parts.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "no value for " + type + ": say one in " + Plausible.class.getSimpleName(), e);
        }
    }

    private PublishedQuery publicQuestion() {
        PublishedQuery.Span month = new PublishedQuery.Span(NOW.minus(Duration.ofDays(30)), NOW);
        PublishedQuery.Around around = new PublishedQuery.Around(new GeoPoint(30.64, 104.04), 500);
        return switch (variant) {
            case 0 -> new PublishedQuery(List.of(), List.of(), null, month, month, null, 0, 1_000);
            case 1 -> new PublishedQuery(List.of(), List.of(), true, month, month, null, 0, 1_000);
            case 2 -> new PublishedQuery(List.of(), List.of(), false, month, month, around, 0, 1_000);
            default -> new PublishedQuery(List.of(), List.of(), true, month, month, around, 1_000, 50);
        };
    }
}
