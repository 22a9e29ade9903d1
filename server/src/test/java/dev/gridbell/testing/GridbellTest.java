package dev.gridbell.testing;

import cn.gridbell.GridbellServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port, on a real MariaDB and Redis and an in-process WeChat sandbox, with the demo street imported. One
 * context for all tests that say only this; each test makes its own people.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = GridbellServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestServers.class)
@ActiveProfiles("test")
@Import(TestSetup.class)
@ExtendWith(ClockReset.class)
public @interface GridbellTest {}
