package cn.gridbell.grid;

import cn.gridbell.platform.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tree that answers right now: read at start, read again when it was redrawn here, and, within {@value #NOTICE_SECONDS} s, when it was
 * redrawn on another node. A reader that fails keeps the old tree and tries again.
 */
@Component
class CurrentGridTree implements SmartInitializingSingleton {

    static final int NOTICE_SECONDS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(CurrentGridTree.class);

    private final GridMapper mapper;
    private final TransactionTemplate reading;
    private volatile @Nullable GridTree tree;

    CurrentGridTree(GridMapper mapper, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.mapper = mapper;
        reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setReadOnly(true);
        meters.gauge("gridbell.grid.territories", this, CurrentGridTree::size);
    }

    @Override
    public void afterSingletonsInstantiated() {
        get();
    }

    /** Inside an import: the tree as that import has drawn it so far. Otherwise the last one that was committed. */
    GridTree get() {
        if (TransactionSynchronizationManager.getResource(this) instanceof GridTree draft) {
            return draft;
        }
        GridTree now = tree;
        return now == null ? read() : now;
    }

    private synchronized GridTree read() {
        GridTree now = tree;
        Long version = reading.execute(status -> mapper.version());
        if (now != null && version != null && version == now.version()) {
            return now;
        }
        GridTree fresh = reading.execute(status -> readStored());
        if (fresh == null) {
            throw new IllegalStateException("no grid tree was read");
        }
        tree = fresh;
        return fresh;
    }

    /** Within the caller's transaction. The version is read first: a redrawing in between is then noticed and read again. */
    GridTree readStored() {
        long version = mapper.version();
        return new GridTree(version, mapper.grids(), mapper.buildings());
    }

    /** Lets the rest of this thread's transaction see the tree it is drawing. */
    void showDraft(GridTree draft) {
        TransactionSynchronizationManager.bindResource(this, draft);
    }

    void hideDraft() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    @TransactionalEventListener(fallbackExecution = true)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(GridRedrawn redrawn) {
        lookAgain();
    }

    @Scheduled(initialDelay = NOTICE_SECONDS, fixedDelay = NOTICE_SECONDS, timeUnit = TimeUnit.SECONDS)
    void lookAgain() {
        try {
            read();
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The grid tree could not be read again, the old one answers on: {}", Failures.describe(unreadable));
        }
    }

    private double size() {
        GridTree now = tree;
        return now == null ? 0 : now.size();
    }
}
