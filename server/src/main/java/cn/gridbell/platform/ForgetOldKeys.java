package cn.gridbell.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Idempotency keys are forgotten after seven days, a thousand at a time. */
@Configuration(proxyBeanMethods = false)
class ForgetOldKeys {

    @Bean
    RecurringTask<Void> forgetOldIdempotencyKeys(IdempotencyMapper keys, Clock clock) {
        return Tasks.recurring("platform-forget-idempotency-keys", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    int gone;
                    do {
                        gone = keys.forgetBefore(clock.instant().minus(IdempotencyKeys.KEPT));
                    } while (gone == 1000);
                });
    }
}
