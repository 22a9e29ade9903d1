package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Listens to this room's facts, inside the transaction they are published in. */
final class Facts implements ApplicationListener<PayloadApplicationEvent<?>>, AutoCloseable {

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;
    private final Consumer<Object> first;

    /** @param first what is done before a fact counts as heard; may throw */
    Facts(ConfigurableApplicationContext context, Consumer<Object> first) {
        this.context = context;
        this.first = first;
        context.addApplicationListener(this);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        Object fact = event.getPayload();
        if (fact.getClass().getPackage().equals(Facts.class.getPackage())) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            first.accept(fact);
            heard.add(fact);
        }
    }

    <T> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        context.removeApplicationListener(this);
    }
}
