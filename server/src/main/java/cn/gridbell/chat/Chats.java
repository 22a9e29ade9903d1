package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.FieldCipher.Place;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chats that were handed over to staff (转人工): what people say there. How staff answer is in {@code StaffChats}. */
@Service
public class Chats {

    static final String WORDS = "chat_line.words";

    /** After so long without a word an answered chat is over, whoever forgot to close it: the window of 客服消息 is shut as well. */
    private static final Duration LIVELY = Duration.ofHours(48);

    private static final int MOST_LINES = 1_000;

    private final ChatMapper rows;
    private final Residents residents;
    private final Grids grids;
    private final FieldCipher cipher;
    private final Clock clock;

    Chats(ChatMapper rows, Residents residents, Grids grids, FieldCipher cipher, Clock clock) {
        this.rows = rows;
        this.residents = residents;
        this.grids = grids;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Hands a person's chat over to the staff of their grid; one that is open already waits again.
     *
     * @return the grid; empty if they have given no household, so that it is the street's
     */
    @Transactional
    public Optional<GridView> open(WechatPersonId person, Optional<ResidentId> resident) {
        Optional<GridId> home = resident.map(residents::require).map(view -> view.grid());
        Instant now = clock.instant();
        ChatRow open = rows.lockOpen(person.value());
        if (open == null) {
            insert(person, home, now);
        } else {
            rows.heard(open.id(), open.lineCount(), now);
        }
        return home.map(grids::require);
    }

    private void insert(WechatPersonId person, Optional<GridId> home, Instant now) {
        try {
            rows.open(
                    person.value(),
                    home.map(GridId::value).orElse(null),
                    above(home, GridLevel.COMMUNITY),
                    above(home, GridLevel.STREET),
                    now);
        } catch (DuplicateKeyException e) {
            // asked for twice at once: there is one, which is all that was wanted
        }
    }

    private @org.jspecify.annotations.Nullable Long above(Optional<GridId> home, GridLevel level) {
        return home.flatMap(grid -> grids.atLevel(grid, level))
                .map(grid -> grid.id().value())
                .orElse(null);
    }

    /** How words were taken. */
    enum Heard {
        /** The first since staff were asked for, or since they answered. */
        FIRST,
        MORE
    }

    /** Adds words to the person's open chat; empty if there is none. The same letter twice counts once. */
    @Transactional
    Optional<Heard> hear(WechatPersonId person, String words, long inboundId) {
        Instant now = clock.instant();
        ChatRow open = rows.lockOpen(person.value());
        if (open == null || isOver(open, now) || open.lineCount() >= MOST_LINES) {
            return Optional.empty();
        }
        if (rows.countHeard(inboundId) == 0) {
            int lineNo = open.lineCount() + 1;
            byte[] sealedWords = cipher.seal(place(open.id(), lineNo), words);
            rows.addLine(open.id(), lineNo, null, inboundId, sealedWords, LineState.HEARD, now);
            rows.heard(open.id(), lineNo, now);
        }
        boolean first = open.lineCount() == 0 || open.status() == ChatStatus.ANSWERED;
        return Optional.of(first ? Heard.FIRST : Heard.MORE);
    }

    private static boolean isOver(ChatRow chat, Instant now) {
        return chat.status() == ChatStatus.ANSWERED
                && chat.saidAt().plus(LIVELY).isBefore(now);
    }

    static Place place(long chat, int lineNo) {
        return new Place(WORDS, chat + ":" + lineNo);
    }
}
