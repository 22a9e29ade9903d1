package cn.gridbell.photo.shelf;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts pictures away under random names, each in several sizes. Whatever goes wrong with the storage is an {@link IOException}; its message is not to be logged.
 * Never inside a transaction: a slow storage would hold the database's connections and locks.
 */
@Component
public class PhotoShelf {

    private static final int WRITES_AT_ONCE = 16;
    private static final int PATIENCE_SECONDS = 3;
    private static final int NAME_LENGTH = 32;

    private final Cabinet cabinet;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore writers = new Semaphore(WRITES_AT_ONCE, true);

    PhotoShelf(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * Stores a picture and gives its name: 32 hexadecimal digits. The full size is written last, so that a name with one has them all; if that fails, nothing is left
     * unless the storage went away as well, and then {@link #list} will show it.
     *
     * @param prints JPEG files; the full size must be there
     */
    public String put(Map<PhotoSize, byte[]> prints) throws IOException {
        requireNoTransaction();
        byte[] bytes = new byte[NAME_LENGTH / 2];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        if (!prints.containsKey(PhotoSize.FULL)) {
            throw new IllegalArgumentException("no full size");
        }
        enter();
        try {
            for (PhotoSize size : PhotoSize.values()) {
                byte[] print = prints.get(size);
                if (print != null) {
                    cabinet.put(key(name, size), print);
                }
            }
            return name;
        } catch (IOException | RuntimeException failed) {
            takeBack(name, failed);
            throw failed;
        } finally {
            writers.release();
        }
    }

    /** A picture that is not kept in this size is found in the next larger one; empty if it is not there at all. */
    public Optional<Resource> find(String name, PhotoSize size) throws IOException {
        requireNoTransaction();
        for (PhotoSize larger : PhotoSize.values()) {
            if (larger.compareTo(size) >= 0) {
                Optional<Resource> found = cabinet.find(key(name, larger));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** In all sizes, the full one first: what is left of a picture half removed is found by {@link #list}. */
    public void remove(String name) throws IOException {
        requireNoTransaction();
        List<PhotoSize> sizes = new ArrayList<>(List.of(PhotoSize.values()));
        java.util.Collections.reverse(sizes);
        for (PhotoSize size : sizes) {
            cabinet.remove(key(name, size));
        }
    }

    /**
     * Walks the files in the order of their keys, halves that a crash left behind among them.
     *
     * @param after the last key of the page before, null for the first
     */
    public List<ShelvedFile> list(@Nullable String after, int most) throws IOException {
        requireNoTransaction();
        return cabinet.list(after, most).stream()
                .map(kept -> new ShelvedFile(kept.key(), nameIn(kept.key()), kept.at()))
                .toList();
    }

    /** One file of a picture. */
    public void removeFile(ShelvedFile file) throws IOException {
        requireNoTransaction();
        cabinet.remove(file.key());
    }

    private void enter() throws IOException {
        try {
            if (!writers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("too many at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", stopping);
        }
    }

    private void takeBack(String name, Exception failed) {
        try {
            remove(name);
        } catch (IOException alsoAway) {
            failed.addSuppressed(alsoAway);
        }
    }

    static String key(String name, PhotoSize size) {
        return name.substring(0, 2) + "/" + name + size.ending();
    }

    /** What stands between the drawer and the ending; empty if that is no name. */
    private static String nameIn(String key) {
        String file = key.substring(key.lastIndexOf('/') + 1);
        return file.matches("[0-9a-f]{" + NAME_LENGTH + "}.*") ? file.substring(0, NAME_LENGTH) : "";
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the storage is not to be called inside a transaction");
        }
    }
}
