package cn.gridbell.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What requests ask of the scheduler. */
@Configuration(proxyBeanMethods = false)
class RequestTasks {

    @Bean
    RecurringTask<Void> fetchDraftPictures(DraftPictures pictures, RequestProperties settings) {
        return Tasks.recurring("request-fetch-draft-pictures", Schedules.fixedDelay(settings.checkEvery()))
                .execute((instance, context) -> pictures.work());
    }

    @Bean
    RecurringTask<Void> sweepRequestDrafts(ChatDrafts drafts) {
        return Tasks.recurring("request-sweep-drafts", Schedules.fixedDelay(Duration.ofMinutes(20)))
                .execute((instance, context) -> drafts.sweep());
    }

    @Bean
    RecurringTask<Void> checkRequestTexts(RequestChecks checks, RequestProperties settings) {
        return Tasks.recurring("request-check-texts", Schedules.fixedDelay(settings.checkEvery()))
                .execute((instance, context) -> checks.work());
    }

    @Bean
    RecurringTask<Void> lookAfterAnsweredRequests(RequestAftercareTimer timer, RequestProperties settings) {
        return Tasks.recurring("request-look-after-answered", Schedules.fixedDelay(settings.afterEvery()))
                .execute((instance, context) -> timer.run());
    }

    @Bean
    RecurringTask<Void> escalateOverdueRequests(RequestTimer timer, RequestProperties settings) {
        return Tasks.recurring("request-escalate-overdue", Schedules.fixedDelay(settings.timerEvery()))
                .execute((instance, context) -> timer.run());
    }

    @Bean
    RecurringTask<Void> lapseRequestQuestions(RequestTimer timer, RequestProperties settings) {
        return Tasks.recurring("request-lapse-questions", Schedules.fixedDelay(settings.timerEvery()))
                .execute((instance, context) -> timer.lapse());
    }
}
