package dev.gridbell.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine as far as the binaries care: they exist for Linux on x86-64 with glibc and for nothing else.
 *
 * @param osName as the JVM's {@code os.name} says it
 * @param architecture as the JVM's {@code os.arch} says it
 * @param glibc whether glibc's loader is where the binaries look for it (Alpine has none)
 */
record Platform(String osName, String architecture, boolean glibc) {

    private static final Path GLIBC_LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    static Platform here() {
        return new Platform(
                System.getProperty("os.name", ""), System.getProperty("os.arch", ""), Files.exists(GLIBC_LOADER));
    }

    void requireSupported() {
        boolean linux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
        if (linux && x86 && glibc) {
            return;
        }
        String here = osName + " " + architecture + (linux && !glibc ? "（没有 glibc / without glibc）" : "");
        throw new EmbeddedServersFailed("""
                自带的数据库和 Redis 只能在 Linux x86-64（glibc）上运行，这台机器是 %s。
                请先用 compose.yaml 启动它们：docker compose up -d
                再设置环境变量，指向那里（或您自己的服务器）：
                  SPRING_DATASOURCE_URL=jdbc:mysql://127.0.0.1:3306/gridbell
                  SPRING_DATASOURCE_USERNAME=gridbell
                  SPRING_DATASOURCE_PASSWORD=gridbell-local
                  GRIDBELL_REDIS_URI=redis://127.0.0.1:6379""".formatted(here), """
                The database and the Redis that come along run on Linux x86-64 (glibc) only; this machine is %s.
                Start them with compose.yaml (docker compose up -d) or use your own, and set the four variables above.""".formatted(here));
    }
}
