package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a chat is shown to staff. */
@Component
class ChatViews {

    private static final int SHOWN = 50;

    private final ChatMapper rows;
    private final Residents residents;
    private final StaffMembers staff;
    private final Grids grids;
    private final Wechat wechat;
    private final FieldCipher cipher;

    ChatViews(
            ChatMapper rows, Residents residents, StaffMembers staff, Grids grids, Wechat wechat, FieldCipher cipher) {
        this.rows = rows;
        this.residents = residents;
        this.staff = staff;
        this.grids = grids;
        this.wechat = wechat;
        this.cipher = cipher;
    }

    ChatView of(ChatRow chat) {
        WechatPersonId person = new WechatPersonId(chat.personId());
        GridId grid = chat.gridId() == null ? null : new GridId(chat.gridId());
        List<ChatLineRow> lines = new ArrayList<>(rows.lastLines(chat.id(), SHOWN));
        Collections.reverse(lines);
        return new ChatView(
                new ChatId(chat.id()),
                chat.status(),
                chat.status().words(),
                grid,
                grid == null ? null : grids.require(grid).name(),
                residents
                        .findByWechat(person)
                        .flatMap(residents::phoneOf)
                        .map(Phone::masked)
                        .orElse(null),
                chat.status() != ChatStatus.CLOSED && wechat.reachOf(person).chatOpen(),
                chat.openedAt(),
                chat.saidAt(),
                lines.stream().map(line -> line(chat.id(), line)).toList());
    }

    private ChatView.Line line(long chat, ChatLineRow line) {
        return new ChatView.Line(
                nameOf(line.staffId()),
                cipher.open(Chats.place(chat, line.lineNo()), line.words()),
                line.state(),
                line.state().words(),
                line.saidAt());
    }

    private @Nullable String nameOf(@Nullable Long member) {
        return member == null
                ? null
                : staff.find(new StaffId(member))
                        .map(view -> view.title() + " " + view.name())
                        .orElse("工作人员");
    }
}
