package cn.gridbell.wechat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chat windows are forgotten a day after they closed, five hundred at a time. */
@Configuration(proxyBeanMethods = false)
class ForgetOldChat {

    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> forgetOldChatWindows(ChatWindows windows) {
        return Tasks.recurring("wechat-forget-chat-windows", Schedules.fixedDelay(Duration.ofMinutes(30)))
                .execute((instance, context) -> {
                    int gone;
                    do {
                        gone = windows.forgetOld();
                    } while (gone == BATCH);
                });
    }
}
