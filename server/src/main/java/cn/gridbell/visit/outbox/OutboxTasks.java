package cn.gridbell.visit.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxTasks {

    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetOldOutboxItems(Outbox outbox) {
        return Tasks.recurring("visit-forget-outbox", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> outbox.forgetOld());
    }
}
