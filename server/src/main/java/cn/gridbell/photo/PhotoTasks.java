package cn.gridbell.photo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pictures ask of the scheduler. */
@Configuration(proxyBeanMethods = false)
class PhotoTasks {

    @Bean
    RecurringTask<Void> sweepUnusedPhotos(PhotoRegister register) {
        return Tasks.recurring("photo-sweep-unused", Schedules.fixedDelay(Duration.ofMinutes(20)))
                .execute((instance, context) -> register.sweep());
    }
}
