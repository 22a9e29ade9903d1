package dev.gridbell.firstrun.story;

/** Who plays, and what they hold in their hands from one chapter to the next. */
final class Cast {

    final StreetDirectory.Door door;
    final String memberName;
    final Person resident;
    final Person neighbour;
    final Person member;
    final Person community;

    /** The request about the shed, once it is submitted. */
    String shedId = "";

    /** The request that was found at the door. */
    String needId = "";

    /** Codes of the categories of what comes up, by what it is about. */
    String lampCategory = "";

    String leakCategory = "";

    String noiseCategory = "";

    String sewageCategory = "";

    Cast(
            StreetDirectory.Door door,
            String memberName,
            Person resident,
            Person neighbour,
            Person member,
            Person community) {
        this.door = door;
        this.memberName = memberName;
        this.resident = resident;
        this.neighbour = neighbour;
        this.member = member;
        this.community = community;
    }
}
