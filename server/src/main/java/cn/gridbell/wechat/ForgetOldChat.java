package cn.gridbell.wechat;

import cn.gridbell.wechat.inbound.Replies;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chat windows are forgotten a day after they closed, replies after two days, five hundred at a time. */
@Configuration(proxyBeanMethods = false)
class ForgetOldChat {

    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> forgetOldChatWindows(ChatWindows windows) {
        return task("wechat-forget-chat-windows", windows::forgetOld);
    }

    @Bean
    RecurringTask<Void> forgetOldReplies(Replies replies) {
        return task("wechat-forget-replies", replies::forgetOld);
    }

    private static RecurringTask<Void> task(String name, IntSupplier batch) {
        return Tasks.recurring(name, Schedules.fixedDelay(Duration.ofMinutes(30)))
                .execute((instance, context) -> {
                    int gone;
                    do {
                        gone = batch.getAsInt();
                    } while (gone == BATCH);
                });
    }
}
