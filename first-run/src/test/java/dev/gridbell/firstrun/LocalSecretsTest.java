package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

    @TempDir
    Path home;

    @Test
    void makesUpEachSecretOnceAndKeepsIt() {
        Map<String, String> secrets = LocalSecrets.in(home);

        assertThat(secrets)
                .containsOnlyKeys(
                        "gridbell.crypto.keys",
                        "gridbell.crypto.index-key",
                        "gridbell.photo.link-key",
                        "gridbell.signin.token-key");
        assertThat(new HashSet<>(secrets.values())).hasSize(4);
        assertThat(Base64.getDecoder().decode(secrets.get("gridbell.crypto.index-key")))
                .hasSize(32);
        assertThat(LocalSecrets.in(home)).isEqualTo(secrets);
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        LocalSecrets.in(home);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
