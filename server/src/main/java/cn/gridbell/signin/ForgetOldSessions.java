package cn.gridbell.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sessions are forgotten 30 days after their tokens expired, a thousand at a time. */
@Configuration(proxyBeanMethods = false)
class ForgetOldSessions {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetOldSignins(SessionMapper sessions, Clock clock) {
        return Tasks.recurring("signin-forget-sessions", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    int gone;
                    do {
                        gone = sessions.forgetBefore(clock.instant().minus(KEPT));
                    } while (gone == 1000);
                });
    }
}
