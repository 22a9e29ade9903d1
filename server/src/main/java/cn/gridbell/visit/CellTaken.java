package cn.gridbell.visit;

/** A cell is held already; never leaves the room: whoever holds cells says what it means for the person. */
final class CellTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean household;

    private CellTaken(boolean household) {
        super("cell taken", null, false, false);
        this.household = household;
    }

    static CellTaken ofMember() {
        return new CellTaken(false);
    }

    static CellTaken ofHousehold() {
        return new CellTaken(true);
    }

    /** Whether it is the door that is busy, not the member. */
    boolean household() {
        return household;
    }
}
