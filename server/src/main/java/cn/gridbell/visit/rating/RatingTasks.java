package cn.gridbell.visit.rating;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatingTasks {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> lookAfterCallBacks(CallBacks callBacks) {
        return Tasks.recurring("visit-call-backs", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> callBacks.run());
    }
}
