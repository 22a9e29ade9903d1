package cn.gridbell.visit;

/** How well the member's presence at the door is proven, best first. A grade, never a block. */
enum CheckInGrade {
    /** The one-time code on the resident's screen was given. */
    DOOR_CODE("门口验证码已核对"),
    /** The resident tapped that the member is there. */
    RESIDENT_TAP("居民已确认"),
    /** The sign at the building was scanned. */
    DOOR_SIGN("楼栋门牌码已核对"),
    /** The member's place lies at the entrance of the building, as far as the phone can tell. */
    AT_ENTRANCE("位置在楼栋入口"),
    /** The member's place lies in the grid of the visit. */
    IN_GRID("位置在网格内"),
    /** The member says so. */
    OWN_WORD("网格员自报"),
    /** Without a code, more than an hour before the visit or on another day. */
    OTHER_TIME("与预约时间不符");

    private final String words;

    CheckInGrade(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
