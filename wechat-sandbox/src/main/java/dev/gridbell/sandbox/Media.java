package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files the platform keeps: 临时素材 for three days, and pictures of articles for good. The oldest leave when it is full. */
final class Media {
    static final Duration LIFE = Duration.ofDays(3);
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int KILO = 1024;

    private final SandboxClock clock;
    private final Map<String, Stored> files = new LinkedHashMap<>();
    private long bytes;

    Media(SandboxClock clock) {
        this.clock = clock;
    }

    /** What a temporary file may be (新增临时素材). */
    enum Type {
        IMAGE(2 * KILO * KILO, "image/png", "image/jpeg", "image/gif"),
        VOICE(2 * KILO * KILO, "audio/amr", "audio/mpeg"),
        VIDEO(10 * KILO * KILO, "video/mp4"),
        THUMB(64 * KILO, "image/jpeg");

        final int mostBytes;
        private final String[] contentTypes;

        Type(int mostBytes, String... contentTypes) {
            this.mostBytes = mostBytes;
            this.contentTypes = contentTypes;
        }

        static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takes(String contentType) {
            return Arrays.asList(contentTypes).contains(contentType);
        }
    }

    /** One file. */
    record Stored(String id, String contentType, byte[] content, Instant expires) {
        Endpoint.File file() {
            return new Endpoint.File(content, contentType, id + "." + contentType.replaceAll(".*/", ""));
        }
    }

    /** Keeps a file for three days of the platform's time. */
    synchronized Stored keep(byte[] content, String contentType) {
        return store(content, contentType, clock.instant().plus(LIFE));
    }

    /** Keeps a picture of an article until it has to make room. */
    synchronized Stored keepForGood(byte[] content, String contentType) {
        return store(content, contentType, Instant.MAX);
    }

    /** The file, or 40007 if it is unknown or its three days are over. */
    Stored require(String id) {
        return find(id).orElseThrow(() -> new WechatRefusal(40007, "invalid media_id"));
    }

    synchronized Optional<Stored> find(String id) {
        return Optional.ofNullable(files.get(id)).filter(file -> file.expires.isAfter(clock.instant()));
    }

    synchronized void clear() {
        files.clear();
        bytes = 0;
    }

    /** What a file is by its first bytes; empty if it is nothing the platform takes. */
    static String contentType(byte[] content) {
        if (begins(content, 0, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(content, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(content, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (begins(content, 4, 'f', 't', 'y', 'p')) {
            return "video/mp4";
        }
        if (begins(content, 0, '#', '!', 'A', 'M', 'R')) {
            return "audio/amr";
        }
        return begins(content, 0, 'I', 'D', '3') || begins(content, 0, 0xff, 0xfb) ? "audio/mpeg" : "";
    }

    private static boolean begins(byte[] content, int offset, int... magic) {
        if (content.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[offset + i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    private Stored store(byte[] content, String contentType, Instant expires) {
        Stored file = new Stored(Randoms.letters(64), contentType, content.clone(), expires);
        files.put(file.id, file);
        bytes += content.length;
        Iterator<Stored> oldest = files.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().content.length;
            oldest.remove();
        }
        return file;
    }
}
