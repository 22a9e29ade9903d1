package cn.gridbell.resident.disclosure;

/** Why a staff member needs to see a resident's phone or door. */
public enum RevealReason {
    TELL_PROGRESS("告知办理进展"),
    ASK_DETAILS("核实诉求情况"),
    ARRANGE_VISIT("约定或变更上门"),
    EMERGENCY("紧急情况"),
    OTHER("其他");

    private final String words;

    RevealReason(String words) {
        this.words = words;
    }

    /** In Chinese. */
    public String words() {
        return words;
    }
}
