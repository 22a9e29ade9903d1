package dev.gridbell.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs out of Debian's packages, fetched with {@code apt-get download} and unpacked with {@code dpkg -x} into a folder that all runs share.
 * Nothing is installed, nobody has to be root.
 */
final class DebianPackages {

    private static final Path CACHE = Path.of(".gridbell/debian");

    /** What could not be had, in one sentence. */
    static final class NotToBeHad extends IOException {

        private static final long serialVersionUID = 1L;

        NotToBeHad(String words) {
            super(words);
        }
    }

    private DebianPackages() {}

    /**
     * The packages unpacked over one another, as in {@code /}.
     *
     * @param name  of the folder; a new list of packages takes a new name
     * @param packages without those they depend on
     */
    static Path unpacked(String name, List<String> packages) throws IOException, InterruptedException {
        Path cache = CACHE.toAbsolutePath();
        Files.createDirectories(cache);
        Path root = cache.resolve(name);
        try (FileChannel lock = new RandomAccessFile(cache.resolve("lock").toFile(), "rw").getChannel()) {
            lock.lock();
            if (!Files.isDirectory(root)) {
                System.out.printf("fetching %s from Debian …%n", String.join(", ", packages));
                Path next = Files.createTempDirectory(cache, name + "-");
                for (Path file : download(cache, next, packages)) {
                    String said = said(
                            next,
                            List.of(
                                    "dpkg",
                                    "-x",
                                    file.toString(),
                                    next.resolve("root").toString()));
                    Files.delete(file);
                    if (!said.isEmpty()) {
                        throw new NotToBeHad(file.getFileName() + " cannot be unpacked: " + said);
                    }
                }
                Files.move(next.resolve("root"), root);
            }
        }
        return root;
    }

    private static List<Path> download(Path cache, Path into, List<String> packages)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "download"));
        command.addAll(packages);
        String said = said(into, command);
        List<Path> files = debs(into);
        if (files.size() < packages.size()) {
            // The machine's own lists are empty or old, and not ours to renew: lists of our own.
            Path state =
                    Files.createDirectories(cache.resolve("apt/lists/partial")).getParent();
            List<String> own = List.of("-o", "Dir::State::Lists=" + state, "-o", "Dir::Cache=" + cache.resolve("apt"));
            said = said(into, with(own, List.of("update"))) + said(into, with(own, command.subList(1, command.size())));
            files = debs(into);
        }
        if (files.size() < packages.size()) {
            String last = said.strip().lines().reduce((a, b) -> b).orElse("it said nothing");
            throw new NotToBeHad(String.join(", ", packages) + " cannot be had from Debian (apt-get: " + last + ")");
        }
        return files;
    }

    private static List<String> with(List<String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get"));
        command.addAll(settings);
        command.addAll(arguments);
        return command;
    }

    private static List<Path> debs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        }
    }

    /** What a command says if it fails, else nothing. */
    private static String said(Path folder, List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : words;
        } catch (IOException e) {
            throw new NotToBeHad(command.get(0) + " is missing: this run takes its programs from Debian's packages");
        }
    }
}
