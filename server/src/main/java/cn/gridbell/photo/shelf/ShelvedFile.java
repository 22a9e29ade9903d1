package cn.gridbell.photo.shelf;

import java.time.Instant;

/**
 * A file on the shelf.
 *
 * @param key  where it lies
 * @param name of the picture it is of, empty if it is of none
 * @param at   when it was written, by the storage's clock
 */
public record ShelvedFile(String key, String name, Instant at) {}
