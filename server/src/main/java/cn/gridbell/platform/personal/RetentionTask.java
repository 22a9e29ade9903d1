package cn.gridbell.platform.personal;

import cn.gridbell.platform.calendar.WorkCalendar;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, by whichever node is alive. */
@Configuration(proxyBeanMethods = false)
class RetentionTask {

    private static final LocalTime QUIET = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> endOldPersonalRecords(RetentionSweep sweep) {
        return Tasks.recurring("platform-end-old-personal-records", Schedules.daily(WorkCalendar.ZONE, QUIET))
                .execute((instance, context) -> sweep.sweep());
    }
}
