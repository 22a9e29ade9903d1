package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.TemporarilyUnavailable;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.wechat.OfficialAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The code on a grid's noticeboard: WeChat is asked for it once, however many ask at once; a grid's code never changes. */
@Component
class GridCodes {

    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int LOOKS = 60;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final GridCodeMapper rows;
    private final Grids grids;
    private final ChatTerritory territory;
    private final OfficialAccount account;
    private final Clock clock;

    GridCodes(GridCodeMapper rows, Grids grids, ChatTerritory territory, OfficialAccount account, Clock clock) {
        this.rows = rows;
        this.grids = grids;
        this.territory = territory;
        this.account = account;
        this.clock = clock;
    }

    /**
     * @return PNG or JPEG
     * @throws cn.gridbell.grid.GridNotFound 404 if it is not there
     * @throws ChatUnknownGrid               404 if the caller does not serve it
     */
    byte[] pictureFor(Caller caller, GridId id) {
        GridView grid = grids.require(id);
        if (!territory.covers(caller, id)) {
            throw new ChatUnknownGrid();
        }
        for (int looks = 0; looks < LOOKS; looks++) {
            String ticket = ticketOf(grid);
            if (ticket != null) {
                return account.pictureOf(ticket);
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new TemporarilyUnavailable();
    }

    /** Null while somebody else asks WeChat. */
    private @Nullable String ticketOf(GridView grid) {
        long id = grid.id().value();
        GridCodeRow row = rows.find(id);
        if (row != null && row.ticket() != null) {
            return row.ticket();
        }
        Instant now = clock.instant();
        String scene = GridScene.of(grid.code());
        int mine = row == null
                ? rows.claimNew(id, scene, now.plus(CLAIM), now)
                : rows.claimAgain(id, now.plus(CLAIM), now);
        return mine == 1 ? asked(id, scene) : null;
    }

    private String asked(long id, String scene) {
        boolean kept = false;
        try {
            String ticket = account.lastingCode(scene);
            kept = rows.keep(id, ticket) == 1;
            return ticket;
        } finally {
            if (!kept) {
                rows.letGo(id, clock.instant());
            }
        }
    }
}
