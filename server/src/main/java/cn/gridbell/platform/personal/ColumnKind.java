package cn.gridbell.platform.personal;

/** What becomes of a column when the person it speaks of asks for it, or leaves. */
public enum ColumnKind {
    /** Given out with the export, gone after erasure. */
    PERSONAL,
    /** Given out with the export, kept after erasure for a reason that is told. */
    KEPT,
    /** Says nothing of a resident. */
    TECHNICAL
}
