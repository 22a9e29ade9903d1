package cn.gridbell.message;

import cn.gridbell.platform.restore.AfterRestore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was to be said by the moment of the restore may have been said since the backup: nobody can know, so it is not said again but stands as {@code UNKNOWN}, where a
 * person decides. What is planned for later was not said yet and stays.
 */
@Component
class MessagesAfterRestore implements AfterRestore {

    private final MessageMapper messages;

    MessagesAfterRestore(MessageMapper messages) {
        this.messages = messages;
    }

    @Override
    @Transactional
    public List<String> setAside(Instant now) {
        List<SceneCount> scenes = messages.mayHaveBeenSaid(now);
        int put = messages.setAside(now, Settlement.RESTORED);
        List<String> lines = new ArrayList<>();
        if (put > 0) {
            lines.add("消息：" + put + " 条可能已经发送过，不再自动发送；请在 GET /api/staff/messages?status=UNKNOWN 中逐条确认：");
            scenes.forEach(scene -> lines.add("  " + scene.scene() + " " + scene.count() + " 条"));
        }
        lines.add("消息：计划以后发送的 " + messages.planned(now) + " 条保留。");
        return lines;
    }
}
