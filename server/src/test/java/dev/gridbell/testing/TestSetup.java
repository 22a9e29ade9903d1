package dev.gridbell.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestSetup {

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }
}
