package cn.gridbell.message;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What messages ask of the scheduler. */
@Configuration(proxyBeanMethods = false)
class MessageTasks {

    @Bean
    RecurringTask<Void> closeUnconfirmedMessages(Confirmations confirmations) {
        return Tasks.recurring("message-close-unconfirmed", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> confirmations.close());
    }
}
