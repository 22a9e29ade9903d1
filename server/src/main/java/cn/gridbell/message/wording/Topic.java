package cn.gridbell.message.wording;

/** What people may want to hear about, as the mini-program's settings show it. */
public enum Topic {
    PROGRESS("办理进度", "诉求登记、受理、升级和重新办理时告诉我。", true),
    ANSWERS("答复和评价", "诉求有答复、请我评价时告诉我。", true),
    REMINDERS("上门提醒", "上门前一晚、两小时前和网格员出发时提醒我。", true),
    ARRANGEMENTS("敲门约定", "敲门走访的时间、人员有变化一定告诉您，免得空等。", false),
    WORK("工作待办", "交给您的工作一定通知您。", false);

    private final String title;
    private final String explanation;
    private final boolean optional;

    Topic(String title, String explanation, boolean optional) {
        this.title = title;
        this.explanation = explanation;
        this.optional = optional;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** Whether a person may say that they do not want to hear it. */
    public boolean optional() {
        return optional;
    }
}
