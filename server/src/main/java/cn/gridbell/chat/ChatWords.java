package cn.gridbell.chat;

import cn.gridbell.grid.GridView;
import cn.gridbell.request.RequestNews;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.Wechat;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sentences of the chat: who answers for it, what happens next, by when. */
@Component
class ChatWords {

    private final Wechat wechat;
    private final Progress progress;
    private final GridPeople gridPeople;
    private final ChatProperties pages;
    private final Clock clock;

    ChatWords(Wechat wechat, Progress progress, GridPeople gridPeople, ChatProperties pages, Clock clock) {
        this.wechat = wechat;
        this.progress = progress;
        this.gridPeople = gridPeople;
        this.pages = pages;
        this.clock = clock;
    }

    String menu(Optional<ResidentId> resident) {
        return resident.isPresent() ? "您好，请问需要什么帮助？\n" + ChatAction.menu() : stranger();
    }

    /** Somebody who never opened the mini-program, or not with this WeChat account. */
    String stranger() {
        return "您好！请先" + wechat.pageLink(pages.homePage(), "打开小程序登录") + "，绑定手机号并填写住址，就能反映问题、预约网格员上门，进展也会发到这里。\n"
                + ChatAction.menu();
    }

    /**
     * The greeting of a new follower, or of somebody who scanned a grid's code.
     *
     * @param grid of the code; null if there was none
     */
    String greeting(Optional<ResidentId> resident, @org.jspecify.annotations.Nullable GridView grid) {
        String place = grid == null ? "" : gridPeople.introduction(grid) + "\n";
        return "欢迎来到网格叮咚！\n" + place + menu(resident);
    }

    String progress(Optional<ResidentId> resident) {
        return resident.flatMap(progress::of)
                .orElseGet(() -> resident.isPresent() ? "您现在没有办理中的诉求，也没有待上门的预约。\n" + ChatAction.menu() : stranger());
    }

    String report() {
        return wechat.pageLink(pages.reportPage(), "点这里反映问题") + "：写明情况，可以附照片和位置。提交后会有编号、承办人和期限，进展会发给您。";
    }

    /** @param what was sent: 照片 or 位置 */
    String drafted(String what) {
        return "收到您的" + what + "，已放进诉求草稿，还没有提交。请" + wechat.pageLink(pages.reportPage(), "点这里补充说明并提交")
                + "，提交后会有编号、承办人和期限。";
    }

    String onlyWords() {
        return "这里暂时只能看懂文字、照片和位置，请用文字告诉我，或回复5转人工。\n" + ChatAction.menu();
    }

    String book() {
        return wechat.pageLink(pages.bookPage(), "点这里预约敲门") + "：选一个方便的时间，网格员确认后按时上门，当天可核对照片、工号和验证码。";
    }

    String member(Optional<ResidentId> resident) {
        return resident.flatMap(gridPeople::of)
                .orElseGet(() ->
                        "还不知道您住在哪个网格。请先" + wechat.pageLink(pages.homePage(), "在小程序里填写住址") + "，就能看到您的网格员；也可以回复5转人工。");
    }

    /** @param grid whose staff will read it; empty: the street's */
    String handedOver(Optional<GridView> grid) {
        String who = grid.map(at -> "「" + at.name() + "」的工作人员").orElse("街道工作人员");
        return "已为您转人工。请把要说的话直接发在这里，" + who + "会在工作时间回复。紧急情况请拨打110、119或120。";
    }

    /** The first words after somebody asked for a person. */
    String passedOn() {
        return "已转给工作人员，会在这里回复您。您可以继续补充。";
    }

    /** Words became a comment on a request. */
    String heard(RequestNews request) {
        if (request.status() == RequestStatus.ANSWERED) {
            return "已作为对诉求" + request.number() + "的反馈记下，" + request.holderTitle() + "会看到。"
                    + wechat.pageLink("pages/request/detail?id=" + request.id().text(), "点这里评价办理结果") + "\n回复0查看菜单。";
        }
        boolean open = request.closure() == null;
        String next = !open
                ? ""
                : request.dueAt().isBefore(clock.instant())
                        ? "这件诉求已超过承诺时间，正在催办。"
                        : "最晚" + ChatTime.minute(request.dueAt()) + "答复您。";
        return "已补充到诉求" + request.number() + "，" + request.holderTitle() + "会看到。" + next + "\n回复0查看菜单。";
    }
}
