package cn.gridbell.visit.placing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What placing asks of the scheduler. */
@Configuration(proxyBeanMethods = false)
class PlacingTasks {

    @Bean
    RecurringTask<Void> placeVisits(Placements placements) {
        return Tasks.recurring("visit-place", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> placements.run());
    }
}
