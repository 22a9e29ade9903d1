package cn.gridbell.visit.rating;

/** What came of a visit. */
enum Solved {
    YES,
    PARTLY,
    NO
}
