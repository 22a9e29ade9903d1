package cn.gridbell.platform.personal;

import cn.gridbell.platform.crypto.FieldCipher;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Everything the declared tables hold of one person, for that person alone. */
@Component
public class PersonalRecords {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final PersonalRegister register;
    private final NamedParameterJdbcTemplate database;
    private final FieldCipher cipher;

    PersonalRecords(PersonalRegister register, NamedParameterJdbcTemplate database, FieldCipher cipher) {
        this.register = register;
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * Rows of one table.
     *
     * @param title  in Chinese
     * @param labels column to what it is, in Chinese
     */
    public record Section(
            String table, String title, Map<String, String> labels, List<Map<String, @Nullable Object>> rows) {}

    /**
     * What stays after erasure.
     *
     * @param why in Chinese
     */
    public record Kept(String table, String title, List<String> columns, String why) {}

    /** @param keys {@code resident}, {@code persons} and {@code senders}, as the declarations name them */
    public List<Section> of(Map<String, ?> keys) {
        return register.tables().stream()
                .filter(table -> !table.of().isEmpty())
                .map(table -> section(table, keys))
                .toList();
    }

    public List<Kept> kept() {
        return register.tables().stream()
                .filter(table -> !table.of().isEmpty())
                .flatMap(table -> keptOf(table).stream())
                .toList();
    }

    private static List<Kept> keptOf(DeclaredTable table) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> column.kind() == ColumnKind.KEPT)
                .forEach(column -> byReason.computeIfAbsent(column.note(), why -> new java.util.ArrayList<>())
                        .add(column.name()));
        return byReason.entrySet().stream()
                .map(entry -> new Kept(table.name(), table.title(), List.copyOf(entry.getValue()), entry.getKey()))
                .toList();
    }

    /** Names of tables and columns come from the declarations, never from a caller. */
    private Section section(DeclaredTable table, Map<String, ?> keys) {
        Map<String, String> labels = new LinkedHashMap<>();
        table.shown().forEach(column -> labels.put(column.name(), column.note()));
        List<Map<String, Object>> rows =
                database.queryForList("SELECT * FROM " + table.name() + " WHERE " + table.of(), keys);
        return new Section(
                table.name(),
                table.title(),
                labels,
                rows.stream().map(row -> shown(table, row)).toList());
    }

    private Map<String, @Nullable Object> shown(DeclaredTable table, Map<String, Object> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (DeclaredColumn column : table.shown()) {
            Object value = row.get(column.name());
            shown.put(
                    column.name(),
                    value instanceof byte[] sealed && !column.seal().isEmpty()
                            ? cipher.open(placeOf(column.seal(), row), sealed)
                            : readable(value));
        }
        return shown;
    }

    /** {@code visit.door_code|{id}}: the column, and the row as its columns name it. */
    private static FieldCipher.Place placeOf(String seal, Map<String, Object> row) {
        int bar = seal.indexOf('|');
        String key = PLACE.matcher(seal.substring(bar + 1))
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(readable(row.get(place.group(1))))));
        return new FieldCipher.Place(seal.substring(0, bar), key);
    }

    private static @Nullable Object readable(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }
}
