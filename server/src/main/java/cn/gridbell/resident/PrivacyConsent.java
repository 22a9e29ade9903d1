package cn.gridbell.resident;

import java.time.Instant;

/**
 * What a resident agreed to.
 *
 * @param version of the privacy text
 * @param at      when they first agreed to this version
 */
public record PrivacyConsent(String version, Instant at) {}
