package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chats as staff see and answer them: those of the grids they serve; others are not there for them. */
@Component
class StaffChats {

    private final ChatMapper rows;
    private final ChatTerritory territory;
    private final ChatViews views;
    private final StaffLines lines;
    private final Wechat wechat;

    StaffChats(ChatMapper rows, ChatTerritory territory, ChatViews views, StaffLines lines, Wechat wechat) {
        this.rows = rows;
        this.territory = territory;
        this.views = views;
        this.lines = lines;
        this.wechat = wechat;
    }

    /** Oldest first: whoever waits longest is answered first. */
    Page<ChatView> withStatus(Caller caller, ChatStatus status, PageRequest page) {
        return Page.of(
                rows.withStatus(
                        status,
                        caller.roles().contains(Role.ADMIN),
                        caller.roles().contains(Role.STREET),
                        territory.of(caller),
                        page.from(Cursor.OLDEST),
                        page.fetch()),
                page.size(),
                row -> new Cursor(row.openedAt(), row.id()),
                views::of);
    }

    /**
     * Answers a person through the official account. The line is kept first, then WeChat is called outside any transaction; the same key again
     * sends nothing and answers what became of the line.
     *
     * @throws ChatNotFound     404 if it is not there or not of the caller's grids
     * @throws ChatOver         409 if it was closed
     * @throws ChatWindowClosed 409 if WeChat lets nobody write: the person is to be called
     * @throws ChatNotSent      503 if WeChat is away
     */
    ChatView reply(Caller caller, @Nullable IdempotencyKey key, ChatId id, String words) {
        ChatRow chat = require(caller, id);
        WechatPersonId person = new WechatPersonId(chat.personId());
        boolean windowOpen = wechat.reachOf(person).chatOpen();
        StaffLines.Kept kept = lines.keep(caller, key, new StaffLines.Draft(id, words, windowOpen));
        LineState state = kept.isNew() ? sent(person, kept) : lines.stateOf(kept);
        return switch (state) {
            case SENT, UNKNOWN, SENDING, HEARD -> views.of(require(caller, id));
            case CLOSED -> throw new ChatWindowClosed();
            case FAILED -> throw new ChatNotSent();
        };
    }

    private LineState sent(WechatPersonId person, StaffLines.Kept kept) {
        SendAnswer answer = wechat.sendChat(person, kept.words());
        LineState state =
                switch (answer.verdict()) {
                    case ACCEPTED -> LineState.SENT;
                    case UNKNOWN -> LineState.UNKNOWN;
                    case LASTING -> LineState.CLOSED;
                    case AGAIN, QUOTA -> LineState.FAILED;
                };
        lines.ended(kept, state);
        return state;
    }

    /** @throws ChatOver 409 if it was closed already */
    ChatView close(Caller caller, ChatId id) {
        require(caller, id);
        lines.close(caller, id);
        return views.of(require(caller, id));
    }

    private ChatRow require(Caller caller, ChatId id) {
        ChatRow row = rows.find(id.value());
        if (row == null || !territory.covers(caller, row.gridId() == null ? null : new GridId(row.gridId()))) {
            throw new ChatNotFound();
        }
        return row;
    }
}
