package cn.gridbell.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks again and again for visits that nobody answered or went to in time, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class VisitExpiry {

    @Bean
    RecurringTask<Void> expireUnansweredVisits(VisitSilence silence, VisitTerms terms) {
        return Tasks.recurring("visit-expire-unanswered", Schedules.fixedDelay(terms.silenceEvery()))
                .execute((instance, context) -> {
                    silence.remind();
                    silence.expireUnanswered();
                    silence.endMissed();
                });
    }
}
