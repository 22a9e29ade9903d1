package cn.gridbell.visit;

/** The resident of a visit was erased: whatever was said about it goes too. Published in the transaction of the erasure. */
public record VisitForgotten(VisitId visit) {}
