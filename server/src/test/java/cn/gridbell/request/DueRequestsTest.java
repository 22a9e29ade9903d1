package cn.gridbell.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DueRequestsTest {

    private static final int DUE = 2 * DueRequests.PAGE + 50;

    private final List<Long> lookedAfter = new ArrayList<>();

    @Test
    void comesToTheLastOneHoweverManyBeforeItCannotBeDone() {
        DueRequests.each(DueRequestsTest::page, id -> {
            lookedAfter.add(id.value());
            if (id.value() <= DueRequests.PAGE + 20) {
                throw new IllegalStateException("cannot be done, now or later");
            }
        });

        assertThat(lookedAfter)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, DUE).boxed().toList());
    }

    private static List<Cursor> page(Cursor after) {
        return LongStream.rangeClosed(after.id() + 1, DUE)
                .limit(DueRequests.PAGE)
                .mapToObj(id -> new Cursor(Instant.EPOCH.plusSeconds(id), id))
                .toList();
    }
}
