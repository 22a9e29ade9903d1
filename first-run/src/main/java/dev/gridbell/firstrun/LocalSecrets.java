package dev.gridbell.firstrun;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The server's secrets for this machine: made up at the first run, kept in the home with mode 0600, so that what was sealed
 * in one run opens in the next.
 */
final class LocalSecrets {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LocalSecrets() {}

    /** By the names of the server's properties. */
    static Map<String, String> in(Path home) {
        Path file = home.resolve("secrets.properties");
        Properties kept = read(file);
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("gridbell.crypto.keys", kept.getProperty("gridbell.crypto.keys", "1:" + key()));
        for (String name :
                new String[] {"gridbell.crypto.index-key", "gridbell.photo.link-key", "gridbell.signin.token-key"}) {
            secrets.put(name, kept.getProperty(name, key()));
        }
        if (!kept.equals(secrets)) {
            write(home, file, secrets);
        }
        return secrets;
    }

    private static String key() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Properties read(Path file) {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    private static void write(Path home, Path file, Map<String, String> secrets) {
        Path next = file.resolveSibling("secrets.properties.new");
        Properties properties = new Properties();
        properties.putAll(secrets);
        try {
            Files.deleteIfExists(next);
            if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                properties.store(writer, "made up for this machine only");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
