package cn.gridbell.request;

import java.time.Instant;

/**
 * What another platform is told of its report.
 *
 * @param number as told to people
 * @param dueAt  by when it should be answered
 */
public record OutsideReceipt(RequestId id, String number, Instant dueAt) {}
