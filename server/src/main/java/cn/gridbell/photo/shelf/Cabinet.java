package cn.gridbell.photo.shelf;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Keeps files by key. One contract for every kind. Each method throws an {@link IOException} when the storage is away, full, too slow, refuses us or answers
 * nonsense; its message may name addresses and is not to be logged.
 */
interface Cabinet {

    /**
     * Kept whole, and safe from a power cut, or not at all.
     *
     * @param key letters, digits, dots, dashes, slashes; never used before
     */
    void put(String key, byte[] jpeg) throws IOException;

    /** Empty if there is no such file. What is found must be read, or its stream closed. */
    Optional<Resource> find(String key) throws IOException;

    /** Also if it is not there. */
    void remove(String key) throws IOException;

    /**
     * Walks everything in the order of keys.
     *
     * @param after the last key of the page before, null for the first page
     * @param most  at least 1
     * @return nothing after the last page
     */
    List<Kept> list(@Nullable String after, int most) throws IOException;

    /**
     * One file.
     *
     * @param at when it was written, by the storage's clock
     */
    record Kept(String key, Instant at) {}
}
