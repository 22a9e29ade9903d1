package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.pool.AskingAgain;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections over which one statement is one trip: each commits by itself, nothing is prepared on the server first, and none is asked whether it
 * is alive before it is used. Who uses them must expect to find one broken.
 */
final class ReadyConnections extends DelegatingDataSource {

    private static final long SHORTEST_WAIT = 250;
    /** A database that does not answer at all does not hold a thread for longer, in milliseconds. */
    private static final String LONGEST_ANSWER = "10000";

    private ReadyConnections(DataSource plain) {
        super(plain);
    }

    /** To the same database as the house, as many as the settings say, open from the start. */
    static HikariDataSource like(HikariDataSource house, StoreProperties settings) {
        Properties driver = new Properties();
        driver.putAll(house.getDataSourceProperties());
        driver.setProperty("user", house.getUsername());
        driver.setProperty("password", house.getPassword());
        driver.setProperty("useServerPrepStmts", "false");
        driver.setProperty("useLocalSessionState", "true");
        driver.setProperty("socketTimeout", LONGEST_ANSWER);
        HikariConfig config = new HikariConfig();
        config.setPoolName(house.getPoolName() + "-letterbox");
        config.setDataSource(
                AskingAgain.of(new ReadyConnections(new DriverManagerDataSource(house.getJdbcUrl(), driver))));
        config.setAutoCommit(true);
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(Math.max(SHORTEST_WAIT, settings.limit().toMillis()));
        config.setValidationTimeout(SHORTEST_WAIT);
        config.setKeepaliveTime(0);
        config.setMaxLifetime(house.getMaxLifetime());
        config.setInitializationFailTimeout(-1); // a server that waits for its database starts all the same
        if (house.getConnectionInitSql() != null) {
            config.setConnectionInitSql(house.getConnectionInitSql());
        }
        return new HikariDataSource(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection plain = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                ReadyConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("isValid")) {
                        return !plain.isClosed();
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
