package dev.gridbell.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Looks for secrets in files byte by byte, in the shapes in which they could lie there: UTF-8 (and so GBK), UTF-16 both ways, hexadecimal, Base64 at each of its three
 * offsets, backwards; numbers also as the eight bytes of a BIGINT and of a long. What is gzipped is looked into.
 */
final class ByteSearch {

    private static final int SHORTEST = 6;
    private static final int FILTER_BITS = 20;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Shape(String secret, String how, byte[] bytes) {}

    private final Map<Long, List<Shape>> byBeginning = new HashMap<>();
    private final boolean[] filter = new boolean[1 << FILTER_BITS];
    private final Map<String, Integer> hits = new TreeMap<>();
    private int longest;
    private int shapes;
    private long searched;
    private int files;

    ByteSearch(List<String> secrets) {
        secrets.forEach(this::add);
    }

    private void add(String secret) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            add(secret, charset.name(), secret.getBytes(charset));
        }
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        add(secret, "hex", HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        add(secret, "HEX", HexFormat.of().withUpperCase().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        add(secret, "backwards", new StringBuilder(secret).reverse().toString().getBytes(StandardCharsets.UTF_8));
        for (int offset = 0; offset < 3; offset++) {
            add(secret, "Base64", base64(plain, offset));
        }
        if (secret.matches("[1-9][0-9]{10,17}")) {
            long number = Long.parseLong(secret);
            add(
                    secret,
                    "BIGINT",
                    ByteBuffer.allocate(8).putLong(number ^ Long.MIN_VALUE).array());
            add(
                    secret,
                    "long",
                    ByteBuffer.allocate(8).putLong(Long.reverseBytes(number)).array());
        }
    }

    /** The letters that do not depend on what stands before and behind. */
    private static byte[] base64(byte[] plain, int offset) {
        byte[] padded = new byte[offset + plain.length];
        System.arraycopy(plain, 0, padded, offset, plain.length);
        byte[] letters = Base64.getEncoder().withoutPadding().encode(padded);
        int from = offset == 0 ? 0 : offset + 1;
        int end = (padded.length * 8) / 6;
        return Arrays.copyOfRange(letters, from, end);
    }

    private void add(String secret, String how, byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("too short to be searched for: " + secret + " as " + how);
        }
        long beginning = 0;
        for (int i = 0; i < SHORTEST; i++) {
            beginning = (beginning << 8) | (bytes[i] & 0xFF);
        }
        byBeginning.computeIfAbsent(beginning, any -> new ArrayList<>()).add(new Shape(secret, how, bytes));
        filter[slot(beginning)] = true;
        longest = Math.max(longest, bytes.length);
        shapes++;
    }

    private static int slot(long beginning) {
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
    }

    /** Looks through all files under a folder. @return hits in it, a line for each secret, shape and file */
    Map<String, Integer> in(Path folder) throws IOException {
        hits.clear();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                try (InputStream in = open(file)) {
                    search(name, in);
                    files++;
                } catch (NoSuchFileException goneMeanwhile) {
                    // temporary files of the database
                }
            }
        }
        return Map.copyOf(hits);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void search(String name, InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        for (int read = in.read(buffer, kept, buffer.length - kept);
                read > 0;
                read = in.read(buffer, kept, buffer.length - kept)) {
            searched += read;
            int end = kept + read;
            look(name, buffer, end);
            kept = Math.min(end, longest - 1);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
    }

    /** Found twice across two buffers counts twice: it is none that is wanted. */
    private void look(String name, byte[] buffer, int end) {
        long beginning = 0;
        for (int i = 0; i < end; i++) {
            beginning = ((beginning << 8) | (buffer[i] & 0xFF)) & 0xFFFF_FFFF_FFFFL;
            if (i >= SHORTEST - 1 && filter[slot(beginning)]) {
                compare(name, buffer, i - SHORTEST + 1, end, byBeginning.getOrDefault(beginning, List.of()));
            }
        }
    }

    private void compare(String name, byte[] buffer, int from, int end, List<Shape> possible) {
        for (Shape shape : possible) {
            int to = from + shape.bytes().length;
            if (to <= end && Arrays.equals(buffer, from, to, shape.bytes(), 0, shape.bytes().length)) {
                hits.merge(shape.secret() + " as " + shape.how() + " in " + name, 1, Integer::sum);
            }
        }
    }

    /** What was done so far, for the figure. */
    String extent() {
        return String.format(Locale.ROOT, "%d MB of %d files for %d shapes", searched >> 20, files, shapes);
    }
}
