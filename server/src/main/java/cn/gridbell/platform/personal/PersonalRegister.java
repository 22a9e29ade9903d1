package cn.gridbell.platform.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All that the rooms declare. A declaration nobody can read does not start. */
@Component
public class PersonalRegister {

    private static final String SEALED = "|sealed=";

    private final List<DeclaredTable> tables;

    PersonalRegister() {
        Map<String, DeclaredTable> read = new LinkedHashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/columns.csv")) {
                read(roomOf(file), file.getContentAsString(StandardCharsets.UTF_8), read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables = List.copyOf(read.values());
    }

    public List<DeclaredTable> tables() {
        return tables;
    }

    private static String roomOf(Resource file) throws IOException {
        String[] parts = file.getURL().getPath().split("/");
        return parts[parts.length - 2];
    }

    private static void read(String room, String text, Map<String, DeclaredTable> into) {
        Map<String, List<DeclaredColumn>> columns = new LinkedHashMap<>();
        Map<String, String[]> heads = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(";", 4);
            if (parts.length < 4) {
                throw new IllegalStateException("columns.csv of " + room + ": four parts are needed in: " + line);
            }
            if (parts[1].equals("*")) {
                heads.put(parts[0], headOf(parts[2], parts[3]));
            } else {
                columns.computeIfAbsent(parts[0], table -> new ArrayList<>()).add(column(parts));
            }
        });
        heads.forEach((table, head) -> into.put(
                table, new DeclaredTable(room, table, head[0], head[1], columns.getOrDefault(table, List.of()))));
    }

    /** Title and condition. */
    private static String[] headOf(String kind, String note) {
        int bar = note.indexOf('|');
        return kind.equals("OF")
                ? new String[] {note.substring(0, bar), note.substring(bar + 1).replaceAll("\\{(\\w+)}", ":$1")}
                : new String[] {note, ""};
    }

    private static DeclaredColumn column(String[] parts) {
        int seal = parts[3].indexOf(SEALED);
        return new DeclaredColumn(
                parts[1],
                ColumnKind.valueOf(parts[2]),
                seal < 0 ? parts[3] : parts[3].substring(0, seal),
                seal < 0 ? "" : parts[3].substring(seal + SEALED.length()));
    }
}
