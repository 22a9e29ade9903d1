package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ops/backup} and {@code ops/restore} as an operator runs them, with the client programs that come along with the database. */
final class BackupScripts {

    /** @param output both streams */
    record Ran(int exit, String output) {}

    private final Path work;
    private final Path programs;

    /** @param work a folder for what the scripts need beside the backup itself */
    BackupScripts(Path work) throws IOException {
        this.work = work;
        try (Stream<Path> unpacked = Files.list(Path.of(".gridbell/servers").toAbsolutePath())) {
            this.programs = unpacked.map(folder -> folder.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("mariadb-dump")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no mariadb-dump under .gridbell/servers"));
        }
    }

    Ran backup(EmbeddedServers of, Path home, Path target) throws IOException, InterruptedException {
        return run(of, home, "ops/backup", target.toString());
    }

    Ran restore(EmbeddedServers into, Path home, Path source) throws IOException, InterruptedException {
        return run(into, home, "ops/restore", source.toString());
    }

    Ran check(EmbeddedServers into, Path home, Path source) throws IOException, InterruptedException {
        return run(into, home, "ops/restore", "--check", source.toString());
    }

    /** Everything but what it is called with comes from the environment, as in {@code docs/operations.md}. */
    private Ran run(EmbeddedServers servers, Path home, String... command) throws IOException, InterruptedException {
        Path account = work.resolve("client-" + servers.databasePort() + ".cnf");
        Files.deleteIfExists(account);
        Files.createFile(account, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                account,
                "[client]\nhost=127.0.0.1\nprotocol=tcp\nskip-ssl\nport=" + servers.databasePort() + "\nuser="
                        + servers.databaseUser() + "\npassword=" + servers.databasePassword() + "\n");
        Map<String, String> settings = Map.of(
                "GRIDBELL_MYCNF",
                account.toString(),
                "GRIDBELL_DATABASE",
                "gridbell",
                "GRIDBELL_HOME",
                home.toString(),
                "GRIDBELL_DUMP",
                programs.resolve("mariadb-dump").toString(),
                "GRIDBELL_CLIENT",
                programs.resolve("mariadb").toString());
        return run(settings, Arrays.asList(command));
    }

    static Ran run(Map<String, String> settings, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output.strip());
    }

    /** Copies of a backup that were damaged in some way each: cut off, cut off and sealed all the same, a byte changed, pictures or sums gone. */
    List<Path> damaged(Path backup) throws IOException, InterruptedException {
        List<String> ways = List.of(
                "truncate -s $(( $(stat -c %s database.sql.gz) * 6 / 10 )) database.sql.gz",
                "gzip -dc database.sql.gz | head -c $(( $(gzip -dc database.sql.gz | wc -c) * 6 / 10 )) | gzip > cut.gz;"
                        + " mv cut.gz database.sql.gz; rm SHA256SUMS; sha256sum * > SHA256SUMS",
                "gzip -dc database.sql.gz | sed '$d' | gzip > cut.gz; mv cut.gz database.sql.gz; rm SHA256SUMS;"
                        + " sha256sum * > SHA256SUMS",
                "printf x | dd of=photos.tar bs=1 seek=$(( $(stat -c %s photos.tar) / 2 )) conv=notrunc status=none",
                "rm photos.tar",
                "rm SHA256SUMS");
        List<Path> copies = new ArrayList<>();
        for (String way : ways) {
            Path copy = work.resolve("damaged-" + copies.size());
            Ran made = run(Map.of(), List.of("cp", "-a", backup.toString(), copy.toString()));
            Ran broken = run(Map.of(), List.of("bash", "-c", "cd '" + copy + "' && { " + way + "; }"));
            if (made.exit() + broken.exit() != 0) {
                throw new IllegalStateException(made.output() + broken.output());
            }
            copies.add(copy);
        }
        return copies;
    }
}
