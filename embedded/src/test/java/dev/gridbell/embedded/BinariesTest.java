package dev.gridbell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path folder;

    @Test
    void unpacksAgainWhatWasNotUnpackedWhole() throws IOException {
        Path redis = new Binaries(folder).redis();
        Files.delete(redis.resolveSibling(".complete"));
        Files.writeString(redis, "half a program");

        assertThat(new Binaries(folder).redis()).isEqualTo(redis).isExecutable();
        assertThat(Files.size(redis)).isGreaterThan(1_000_000);
    }

    @Test
    void fallsBackToTheStaticRedisWhereALibraryIsMissing() throws IOException {
        Path redis = new Binaries(folder).redis();
        Files.writeString(redis, "#!/bin/sh\nexit 127\n");

        Path fallback = new Binaries(folder).redis();

        assertThat(fallback).isNotEqualTo(redis);
        assertThat(fallback.toString()).endsWith("linux-386/redis-server");
    }
}
