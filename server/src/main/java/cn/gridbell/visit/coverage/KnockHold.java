package cn.gridbell.visit.coverage;

/** Why a door is not to be knocked at without an appointment. */
enum KnockHold {
    DO_NOT_KNOCK("住户已设置请勿敲门，请通过预约上门或电话联系。"),
    BUDGET_SPENT("近30天敲门次数已达上限，请改日再来或请住户预约。"),
    KNOCKED_TODAY("今天已经敲过这户的门，请改日换个时段。"),
    BOOKED("今天在这户有预约上门，一次敲门一并办理。");

    private final String words;

    KnockHold(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
