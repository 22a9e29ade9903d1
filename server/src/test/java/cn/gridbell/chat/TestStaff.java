package cn.gridbell.chat;

/** Staff of the demo street, by number. */
final class TestStaff {

    static final String STREET = "HL047";
    static final String ADMIN = "HL046";
    /** Leads grids of another community than HL-01. */
    static final String OTHER_LEAD = "HL033";

    private TestStaff() {}
}
