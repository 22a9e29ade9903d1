package cn.gridbell.visit;

/** Who is asked to answer a booking: the member, then the lead of the grid, then the community. */
enum AskingStage {
    MEMBER,
    LEAD,
    COMMUNITY
}
