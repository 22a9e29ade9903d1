package cn.gridbell.visit.step;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.security.Caller;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of a visit in one READ COMMITTED transaction, begun anew if the database chose it as a deadlock's victim or it waited too long for a
 * lock. Not to be called inside a transaction: the repetition has to wrap it.
 */
@Component
public class VisitTransactions {

    /** The first try and three more. */
    private static final int TRIES = 4;

    private final TransactionTemplate transaction;
    private final IdempotencyKeys keys;

    @Autowired
    VisitTransactions(PlatformTransactionManager manager, IdempotencyKeys keys) {
        this(manager, keys, TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * At another isolation, to show that the primary keys hold at each.
     *
     * @param isolation of {@link TransactionDefinition}
     */
    public VisitTransactions(PlatformTransactionManager manager, IdempotencyKeys keys, int isolation) {
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setIsolationLevel(isolation);
        this.keys = keys;
    }

    /** @throws VisitBusy 409 if it failed each time */
    public <T> T run(Supplier<T> step) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> step.get());
            } catch (PessimisticLockingFailureException e) {
                if (tried == TRIES) {
                    throw new VisitBusy();
                }
            }
        }
    }

    /** Once for this person and key, each time without a key: see {@link IdempotencyKeys#once}. */
    public <T> T once(
            Caller caller, @Nullable IdempotencyKey key, IdempotencyKeys.What what, Class<T> type, Supplier<T> step) {
        return run(() -> keys.once(caller, key, what, type, step));
    }
}
