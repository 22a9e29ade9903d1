package cn.gridbell.visit.opening;

import java.time.Duration;

/**
 * What holds for members who set nothing of their own.
 *
 * @param week        the usual hours
 * @param capacity    visits a member can have at one time, 1 to 8
 * @param visitCells  quarters of an hour a visit lasts, 1 to 16; the same for everybody
 * @param bufferCells quarters of an hour held after a visit for the walk, 0 to 8
 * @param leastNotice how long before its start a visit can still be booked
 * @param horizon     how far ahead visits can be booked, at most 60 days
 */
public record StreetHours(
        WeeklyRule week, int capacity, int visitCells, int bufferCells, Duration leastNotice, Duration horizon) {}
