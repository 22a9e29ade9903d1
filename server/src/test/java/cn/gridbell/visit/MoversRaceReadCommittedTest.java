package cn.gridbell.visit;

import dev.gridbell.testing.GridbellTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@GridbellTest
// A context and database of its own: it takes primary keys away.
@TestPropertySource(properties = "test.context=movers-read-committed")
@DirtiesContext
class MoversRaceReadCommittedTest extends MoversRace {

    @Override
    String isolation() {
        return "READ COMMITTED";
    }
}
