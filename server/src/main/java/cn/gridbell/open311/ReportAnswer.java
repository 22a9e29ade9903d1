package cn.gridbell.open311;

import org.jspecify.annotations.Nullable;

/**
 * What a client is told of its report; names nobody.
 *
 * @param number the service_request_id
 * @param token  of a batch service: told instead of the number
 * @param notice in Chinese; null when it is told again
 */
record ReportAnswer(
        String number, @Nullable String token, @Nullable String notice) {}
