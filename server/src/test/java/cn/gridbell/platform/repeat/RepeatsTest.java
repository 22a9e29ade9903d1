package cn.gridbell.platform.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridbell.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** The commit itself is where a cluster says that another node was first. */
class RepeatsTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(House.class);
    private final Work work = context.getBean(Work.class);
    private final LosesAtCommit database = context.getBean(LosesAtCommit.class);

    @BeforeEach
    void clean() {
        work.begin();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void workThatLostAtTheCommitIsDoneAnewAndOnce() {
        database.losses.set(3);
        work.write("a");
        assertThat(work.tries()).isEqualTo(4);
        assertThat(work.written()).isOne();
    }

    @Test
    void workThatAlwaysLosesEndsAndLeavesNothing() {
        database.losses.set(1_000);
        assertThatThrownBy(() -> work.write("a")).isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(work.tries()).isEqualTo(Repeats.TRIES);
        database.losses.set(0);
        assertThat(work.written()).isZero();
    }

    @Test
    void aPartOfATransactionIsNotRepeatedAlone() {
        database.losses.set(1);
        work.writeTwo("a", "b");
        assertThat(work.written()).isEqualTo(2);
        assertThat(work.tries()).isEqualTo(4);
    }

    @Test
    void whatFailsOtherwiseIsTriedOnce() {
        assertThatThrownBy(() -> work.fail(new IllegalStateException("no"))).hasMessage("no");
        assertThatThrownBy(() -> work.fail(new java.io.IOException("checked"))).hasMessage("checked");
        assertThat(work.tries()).isEqualTo(2);
    }

    static class Work {

        private final AtomicInteger tries = new AtomicInteger();
        private final JdbcTemplate sql;
        private final Part part;

        Work(JdbcTemplate sql, Part part) {
            this.sql = sql;
            this.part = part;
        }

        public int tries() {
            return tries.get();
        }

        public void begin() {
            tries.set(0);
            sql.execute("CREATE TABLE IF NOT EXISTS written (word VARCHAR(9) PRIMARY KEY) ENGINE = InnoDB");
            sql.execute("DELETE FROM written");
        }

        @Transactional
        public void write(String word) {
            tries.incrementAndGet();
            sql.update("INSERT INTO written VALUES (?)", word);
        }

        @Transactional
        public void writeTwo(String first, String second) {
            part.write(tries, first);
            part.write(tries, second);
        }

        @Transactional
        public void fail(Exception how) throws Exception {
            tries.incrementAndGet();
            throw how;
        }

        public int written() {
            Integer count = sql.queryForObject("SELECT COUNT(*) FROM written", Integer.class);
            return count == null ? -1 : count;
        }
    }

    static class Part {

        private final JdbcTemplate sql;

        Part(JdbcTemplate sql) {
            this.sql = sql;
        }

        @Transactional
        public void write(AtomicInteger tries, String word) {
            tries.incrementAndGet();
            sql.update("INSERT INTO written VALUES (?)", word);
        }
    }

    /** Undoes what should be committed, and says what Galera says. */
    static class LosesAtCommit extends DelegatingDataSource {

        final AtomicInteger losses = new AtomicInteger();

        LosesAtCommit(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit") && losses.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                            real.rollback();
                            throw new SQLException("Deadlock found when trying to get lock", "40001", 1213);
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import(RepeatSetup.class)
    static class House {

        @Bean
        LosesAtCommit database() {
            TestDatabase fresh = TestDatabase.fresh("repeats");
            return new LosesAtCommit(new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password()));
        }

        @Bean
        PlatformTransactionManager transactions(LosesAtCommit database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        Part part(LosesAtCommit database) {
            return new Part(new JdbcTemplate(database));
        }

        @Bean
        Work work(LosesAtCommit database, Part part) {
            return new Work(new JdbcTemplate(database), part);
        }
    }
}
