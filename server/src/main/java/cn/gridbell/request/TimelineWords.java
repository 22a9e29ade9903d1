package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.outcome.Ending;
import cn.gridbell.request.routing.Responsibility;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences of the timeline, as residents read them. */
final class TimelineWords {

    /** Who answers when every post is vacant. */
    static final String ON_DUTY = "街道值班人员";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA).withZone(WorkCalendar.ZONE);

    static final String UNRATED = "答复后14天没有评价，按未评价结案。";
    static final String FOLLOW_UP = "办结四周了，回访居民：还好吗？";
    static final String STILL_FINE = "居民回访：还好，没有再出现。";

    private TimelineWords() {}

    static String submitted(String number) {
        return "已登记，编号" + number + "。";
    }

    static String assigned(Route route) {
        String who = nameOf(route.unit(), route.holder());
        String to = route.stoodIn() ? route.level().words() + "岗位暂缺，交由" + who + "负责" : "交由" + who + "负责";
        return to + "，应于" + MOMENT.format(route.dueAt()) + "前办结。";
    }

    static String screening(Route route) {
        return "类别不明确，由" + nameOf(route.unit(), route.holder()) + "甄别派发，应于" + MOMENT.format(route.dueAt()) + "前办结。";
    }

    static String screened(String by, String category, Route route, String reason) {
        return by + "甄别为“" + category + "”：" + reason + "。" + assigned(route);
    }

    static String accepted(StaffView by) {
        return nameOf(by) + "已受理，正在处置。";
    }

    static String overdue(Colour from, Colour to) {
        return from.words() + "超过办理时限，升级为" + to.words() + "。";
    }

    static String whistled(StaffView by, Colour to, String reason) {
        return nameOf(by) + "申请升级为" + to.words() + "：" + reason;
    }

    /** @param ending where to go, or to whom it went */
    static String answered(Closure closure, String words, Ending ending) {
        String said = closure.words() + "：" + words;
        if (ending.whereToGo() != null) {
            return said + " 可以联系：" + ending.whereToGo();
        }
        return ending.transferredTo() == null ? said : said + " 已转给：" + ending.transferredTo();
    }

    static String chased(int times) {
        return "居民催办（第" + times + "次），已转给经办人和网格长。";
    }

    static String mergedInto(String number) {
        return "与编号" + number + "是同一件事，并入一起办理；之后的进展、答复和评价都在那一件。";
    }

    static String tookIn(String number) {
        return "编号" + number + "反映的是同一件事，并入一起办理。";
    }

    static String splitFrom(String number) {
        return "不再与编号" + number + "合并，重新单独办理，原定时限不变。";
    }

    static String splitOff(String number) {
        return "编号" + number + "已拆分出去，单独办理。";
    }

    static String againAs(String number) {
        return "居民回访反映问题又出现了，已重新登记，编号" + number + "。";
    }

    static String againAfter(String number) {
        return "编号" + number + "办结后问题又出现，接续办理。";
    }

    static String rated(Solved solved, int stars, @Nullable String comment) {
        return solved.words() + "，" + stars + "星。" + (comment == null ? "" : comment);
    }

    static String reopened(Solved verdict, Colour level) {
        String why = verdict == Solved.NO ? "居民反映没有解决" : "居民评价较低";
        return why + "，由" + level.words() + "重新办理。";
    }

    static String withdrawn(String reason) {
        return "居民撤回。" + reason;
    }

    static String handedOn(String by, Route route, String reason) {
        return by + "调整负责方：" + reason + "。" + assigned(route);
    }

    static String rejected(String by, String words) {
        return by + "审核后不予受理：" + words;
    }

    static String returnAsked(String by, Responsibility item, String reason) {
        return by + "申请退回，依据职责清单" + item.code() + "“" + item.name() + "”：" + reason + "。由上一级决定，办理期限不变。";
    }

    static String meetingCalled(String by, Responsibility item, String reason) {
        return by + "再次申请退回，依据职责清单" + item.code() + "“" + item.name() + "”：" + reason + "。提交街道联席会确定负责方，办理期限继续计算。";
    }

    static String decided(String by, boolean granted, String what, String reason) {
        return by + (granted ? "同意" : "不同意") + what + "：" + reason + "。";
    }

    static String extensionAsked(String by, int hours, String reason) {
        return by + "申请延长" + hours + "个工作小时：" + reason + "。由上一级决定。";
    }

    static String extended(String by, Instant due, String reason) {
        return by + "同意延期：" + reason + "。最迟" + MOMENT.format(due) + "前办结。";
    }

    static String questionAsked(String by, String question, Instant until) {
        return by + "想请您补充：" + question + "。请于" + MOMENT.format(until) + "前回复，逾期按现有情况继续办理，办理期限不变。";
    }

    static String waitingLapsed() {
        return "居民未在5个工作日内回复，按现有情况继续办理。";
    }

    static String downOffered(String by, Colour to, String reason) {
        return by + "提出交回" + to.words() + "办理：" + reason + "。由下一级决定是否接收。";
    }

    static String returnedTwice(Colour to) {
        return "两个单位先后退回，升级为" + to.words() + "。";
    }

    static String districtAnswered(String by, String words) {
        return "已报区级，区级答复：" + words + "（" + by + "记录）";
    }

    static String coordinated(String by, Colour level, String purpose, String names) {
        return by + "发起" + level.words() + "联调：" + purpose + "。参加：" + names + "。";
    }

    static String coordinationClosed(String by, String outcome) {
        return by + "结束联调，结果：" + outcome;
    }

    /** The unit and who answers in it, for example 和铃物业 张三; without a unit role and name. */
    static String nameOf(@Nullable UnitView unit, @Nullable StaffView staff) {
        if (unit == null) {
            return nameOf(staff);
        }
        return staff == null ? unit.name() : unit.name() + " " + staff.name();
    }

    /** Role and name, for example 网格员 张三. */
    static String nameOf(@Nullable StaffView staff) {
        return staff == null ? ON_DUTY : staff.title() + " " + staff.name();
    }
}
