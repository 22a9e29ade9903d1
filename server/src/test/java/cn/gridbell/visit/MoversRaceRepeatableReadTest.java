package cn.gridbell.visit;

import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.visit.step.VisitTransactions;
import dev.gridbell.testing.GridbellTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

@GridbellTest
// A context and database of its own: it takes primary keys away.
@TestPropertySource(properties = "spring.datasource.hikari.transaction-isolation=TRANSACTION_REPEATABLE_READ")
@Import(MoversRaceRepeatableReadTest.Repeatable.class)
@DirtiesContext
class MoversRaceRepeatableReadTest extends MoversRace {

    @Override
    String isolation() {
        return "REPEATABLE READ";
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Repeatable {

        @Bean
        @Primary
        VisitTransactions repeatableTransactions(PlatformTransactionManager manager, IdempotencyKeys keys) {
            return new VisitTransactions(manager, keys, TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }
    }
}
