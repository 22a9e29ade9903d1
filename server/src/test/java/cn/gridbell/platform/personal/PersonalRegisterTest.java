package cn.gridbell.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every column of every table says what it says of a person; a new column that says nothing fails the build. */
@GridbellTest
class PersonalRegisterTest {

    private final PersonalRegister register;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    PersonalRegisterTest(
            @Autowired PersonalRegister register,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction) {
        this.register = register;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void knowsEveryColumnOfEveryTableAndNoOther() {
        Collection<String> there = columnsOfTheDatabase();
        Collection<String> declared = declared();

        assertThat(there).hasSizeGreaterThan(300);
        assertThat(missing(there, declared))
                .as("say in sql/<room>/columns.csv what these columns say of a person")
                .isEmpty();
        assertThat(missing(declared, there)).as("declared and not there").isEmpty();
        System.out.printf(
                "personal register: %d columns of %d tables%n",
                there.size(), register.tables().size());
    }

    @Test
    void missesANewColumn() {
        Collection<String> there = columnsOfTheDatabase();
        there.add("resident.nickname");

        assertThat(missing(there, declared())).containsExactly("resident.nickname");
    }

    @Test
    void saysOfEachPersonalColumnWhatItIsAndOfEachKeptOneWhy() {
        List<String> silent = register.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.kind() != ColumnKind.TECHNICAL)
                        .filter(column -> column.note().isBlank() || table.of().isEmpty())
                        .map(column -> table.name() + "." + column.name()))
                .toList();

        assertThat(silent).isEmpty();
    }

    private Collection<String> columnsOfTheDatabase() {
        List<Map<String, Object>> rows = Objects.requireNonNull(transaction.execute(
                status -> sql.queryForList("SELECT table_name AS t, column_name AS c FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE()")));
        return rows.stream()
                .map(row -> row.get("t") + "." + row.get("c"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Collection<String> declared() {
        return register.tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .toList();
    }

    private static List<String> missing(Collection<String> some, Collection<String> others) {
        List<String> missing = new ArrayList<>(some);
        missing.removeAll(others);
        return missing;
    }
}
