package dev.gridbell.testing;

import dev.gridbell.sandbox.WechatSandbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class TestSetup {

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }

    @Bean
    People people(Environment environment, WechatSandbox sandbox) {
        return new People(environment, sandbox.baseUrl());
    }
}
