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

    @Bean
    RecurringTask<Void> sweepFilesOfNoPhoto(PhotoOrphans orphans) {
        return Tasks.recurring("photo-sweep-files", Schedules.fixedDelay(Duration.ofHours(24)))
                .execute((instance, context) -> orphans.sweep());
    }

    @Bean
    RecurringTask<Void> checkPhotos(PhotoChecks checks, PhotoProperties settings) {
        return Tasks.recurring("photo-check", Schedules.fixedDelay(settings.checkEvery()))
                .execute((instance, context) -> checks.work());
    }

    @Bean
    RecurringTask<Void> forgetOldPhotoVerdicts(PhotoCheckBook book) {
        return Tasks.recurring("photo-forget-verdicts", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> book.forgetOld());
    }
}
