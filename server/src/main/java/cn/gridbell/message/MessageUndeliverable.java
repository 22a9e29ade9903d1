package cn.gridbell.message;

import java.time.Instant;

/** A person could not be told through any channel; a work item says who must be called. */
public record MessageUndeliverable(MessageId message, Instant at) {}
