package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitView;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences of the timeline, as residents read them. */
final class TimelineWords {

    /** Who answers when every post is vacant. */
    static final String ON_DUTY = "街道值班人员";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA).withZone(WorkCalendar.ZONE);

    private TimelineWords() {}

    static String submitted(String number) {
        return "已登记，编号" + number + "。";
    }

    static String assigned(Route route) {
        String who = nameOf(route.unit(), route.holder());
        String to = route.stoodIn() ? route.level().words() + "岗位暂缺，交由" + who + "负责" : "交由" + who + "负责";
        return to + "，应于" + MOMENT.format(route.dueAt()) + "前办结。";
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

    static String answered(Closure closure, String words) {
        return closure.words() + "：" + words;
    }

    static String rated(Solved solved, int stars, @Nullable String comment) {
        return solved.words() + "，" + stars + "星。" + (comment == null ? "" : comment);
    }

    static String reopened(Colour level) {
        return "居民反映没有解决，由" + level.words() + "重新办理。";
    }

    /** @param reason may be empty */
    static String withdrawn(String reason) {
        return "居民撤回。" + reason;
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
