package cn.gridbell.chat;

import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Greets those who follow or scan; a grid's code also proposes that grid to those who have given no household. */
@Component
class Greeting {

    private final Wechat wechat;
    private final Residents residents;
    private final Grids grids;
    private final ChatWords words;

    Greeting(Wechat wechat, Residents residents, Grids grids, ChatWords words) {
        this.wechat = wechat;
        this.residents = residents;
        this.grids = grids;
        this.words = words;
    }

    void welcome(WechatPersonId person, @Nullable String scene, long inboundId, Instant at) {
        GridView grid = GridScene.codeOf(scene).flatMap(grids::findByCode).orElse(null);
        if (grid != null && grid.level() == GridLevel.GRID) {
            residents.hintGrid(person, grid.id(), at);
        }
        wechat.reply(person, inboundId, words.greeting(residents.findByWechat(person), grid));
    }
}
