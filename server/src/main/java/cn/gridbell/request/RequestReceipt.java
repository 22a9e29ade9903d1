package cn.gridbell.request;

import java.time.Instant;

/**
 * The answer to a submission.
 *
 * @param number      as told to people, for example {@code HL20261124-000123}
 * @param statusWords as shown on screen
 * @param colourWords colour and level in words
 * @param holder      who answers for it
 * @param dueAt       by when
 * @param dueAtProvisional in a year whose holidays are not announced yet
 */
record RequestReceipt(
        RequestId id,
        String number,
        RequestStatus status,
        String statusWords,
        Colour colour,
        String colourWords,
        RequestHolder holder,
        Instant dueAt,
        boolean dueAtProvisional) {}
