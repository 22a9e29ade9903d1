package dev.gridbell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What MySQL and MariaDB would each fill in their own way is said in the migrations. */
class MigrationsTest {

    private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (\\w+) \\(.*?^\\)([^;]*);", Pattern.DOTALL);

    @Test
    void nameTheCollationOfEachTable() throws IOException {
        assertThat(tablesWithoutCollation("CREATE TABLE a (\n  b INT\n) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;"))
                .containsExactly("a");
        List<String> silent = new ArrayList<>();
        int read = 0;
        for (Resource migration :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
            silent.addAll(tablesWithoutCollation(migration.getContentAsString(StandardCharsets.UTF_8)));
            read++;
        }
        assertThat(read).as("migrations read").isGreaterThan(10);
        assertThat(silent).isEmpty();
    }

    /** A cluster of databases tells rows apart by it, and replicates nothing without. */
    @Test
    void giveEachTableAPrimaryKey() throws IOException {
        assertThat(tablesWithoutKey("CREATE TABLE a (\n  b INT\n) ENGINE = InnoDB;"))
                .containsExactly("a");
        List<String> without = new ArrayList<>();
        for (Resource migration :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
            without.addAll(tablesWithoutKey(migration.getContentAsString(StandardCharsets.UTF_8)));
        }
        assertThat(without).isEmpty();
    }

    private static List<String> tablesWithoutKey(String sql) {
        List<String> found = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            if (!table.group().contains("PRIMARY KEY")) {
                found.add(table.group(1));
            }
        }
        return found;
    }

    private static List<String> tablesWithoutCollation(String sql) {
        List<String> found = new ArrayList<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            if (!table.group(2).contains("COLLATE = utf8mb4_")) {
                found.add(table.group(1));
            }
        }
        return found;
    }
}
