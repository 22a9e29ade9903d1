package cn.gridbell.request;

/** What a resident has to do with a request. */
enum Relation {
    REPORTED,
    /** Said "me too", or reported what was merged into it. */
    SUPPORTED
}
