package cn.gridbell.photo.shelf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder with one drawer for each first part of a key: written beside, flushed, then renamed. */
final class DiskCabinet implements Cabinet {

    private static final String HALF = ".part";

    private final Path folder;

    DiskCabinet(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, byte[] jpeg) throws IOException {
        Path target = folder.resolve(key);
        Path drawer = Objects.requireNonNull(target.getParent());
        Files.createDirectories(drawer);
        Path half = drawer.resolve(target.getFileName() + HALF);
        try {
            writeThrough(half, jpeg);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        flushFolder(drawer);
    }

    @Override
    public Optional<Resource> find(String key) throws IOException {
        Path file = folder.resolve(key);
        if (Files.isRegularFile(file)) {
            return Optional.of(new FileSystemResource(file));
        }
        if (!Files.isDirectory(folder) && Files.exists(folder)) {
            throw new IOException("no folder");
        }
        return Optional.empty();
    }

    @Override
    public void remove(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }

    @Override
    public List<Kept> list(@Nullable String after, int most) throws IOException {
        List<Kept> page = new ArrayList<>();
        String from = after == null ? "" : after;
        for (Path drawer : sorted(folder)) {
            String name = drawer.getFileName().toString();
            if (from.length() > name.length()
                    && from.substring(0, name.length()).compareTo(name) > 0) {
                continue;
            }
            for (Path file : sorted(drawer)) {
                String key = name + "/" + file.getFileName();
                if (key.compareTo(from) > 0 && page.size() < most) {
                    page.add(new Kept(key, Files.getLastModifiedTime(file).toInstant()));
                }
            }
            if (page.size() >= most) {
                return page;
            }
        }
        return page;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** So that the new name survives a power cut; file systems that cannot do it keep names anyway or not at all. */
    private static void flushFolder(Path drawer) {
        try (FileChannel names = FileChannel.open(drawer, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException | UnsupportedOperationException notOnThisFileSystem) {
            // the file itself was flushed
        }
    }
}
