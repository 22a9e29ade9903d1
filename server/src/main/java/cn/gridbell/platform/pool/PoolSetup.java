package cn.gridbell.platform.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the pool ask soon again. */
@Configuration(proxyBeanMethods = false)
class PoolSetup {

    @Bean
    static BeanPostProcessor poolThatAsksSoonAgain() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && !pool.isRunning()
                        && pool.getDataSource() == null
                        && pool.getJdbcUrl() != null) {
                    pool.setDataSource(AskingAgain.of(new DriverDataSource(
                            pool.getJdbcUrl(),
                            pool.getDriverClassName(),
                            pool.getDataSourceProperties(),
                            pool.getUsername(),
                            pool.getPassword())));
                }
                return bean;
            }
        };
    }
}
