package cn.gridbell.visit.opening;

/** Why a member goes to no door. */
public enum AbsenceKind {
    LEAVE("请假"),
    DUTY("值班");

    private final String words;

    AbsenceKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
