package cn.gridbell.message;

/**
 * What a message is about, for a link.
 *
 * @param id as in the room's own URLs
 */
record SubjectRef(SubjectKind kind, String id) {}
