package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 409: too late, it stands elsewhere by now; says where, and who was last to do something. */
final class RequestAlreadyMoved extends Problem {

    private static final long serialVersionUID = 1L;

    private final RequestStage stage;

    RequestAlreadyMoved(RequestStage stage) {
        this(stage, null);
    }

    /** @param who title of whoever did the last thing, no name: details are logged */
    private RequestAlreadyMoved(RequestStage stage, @Nullable String who) {
        super(
                HttpStatus.CONFLICT,
                "request",
                "already-moved",
                "状态已变化",
                "这件诉求现在是“" + stage.words() + "”" + (who == null ? "" : "，最近一步由" + who + "完成") + "，不能再做这个操作，请刷新后查看。");
        this.stage = stage;
        with("requestStatus", stage.status());
        if (stage.subState() != null) {
            with("requestSubState", stage.subState());
        }
    }

    /**
     * The same, and who moved it.
     *
     * @param title for example 网格长
     * @param actor who that is, null for a timer
     */
    RequestAlreadyMoved by(String title, @Nullable Long actor) {
        RequestAlreadyMoved told = new RequestAlreadyMoved(stage, title);
        told.with("movedBy", title);
        if (actor != null) {
            told.with("movedByStaffId", Long.toString(actor));
        }
        return told;
    }
}
