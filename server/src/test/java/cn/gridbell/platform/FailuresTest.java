package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;

class FailuresTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void aFullDiskOfTheDatabaseIsAnsweredAsBusyAndNotAsABug() {
        var full = new UncategorizedSQLException(
                "insert", null, new SQLException("The table 'request' is full", "HY000", 1114));
        var answer = advice.unexpected(full);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void aStatementThatIsWrongStaysABug() {
        var wrong = new UncategorizedSQLException("insert", null, new SQLException("no such column", "42S22", 1054));

        assertThat(advice.unexpected(wrong).getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
