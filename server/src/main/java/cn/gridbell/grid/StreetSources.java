package cn.gridbell.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where a delivery comes from: a folder, the class path, a zip. Everything is read into memory within bounds; nothing is unpacked to the disk,
 * so no name in a zip can lead out of a folder.
 */
final class StreetSources {

    static final String CLASSPATH = "classpath:";

    /** Of all files together, unpacked. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_FILES = 64;
    private static final String TOO_BIG = "文件太多或太大，解开后不能超过64个文件、64 MB。";

    private StreetSources() {}

    /** @param folder a directory or {@code classpath:…} */
    static DeliveredFiles open(String folder, ImportReport report) {
        try {
            return folder.startsWith(CLASSPATH) ? classpath(folder, report) : directory(Path.of(folder), report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the street's files", e);
        }
    }

    /** By name, not by listing: a folder inside a jar inside a jar cannot always be listed. */
    private static DeliveredFiles classpath(String folder, ImportReport report) throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : StreetFormat.fileNames()) {
            Resource resource = resources.getResource(folder + (folder.endsWith("/") ? "" : "/") + name);
            if (resource.exists()) {
                contents.put(name, resource.getContentAsByteArray());
            }
        }
        return new DeliveredFiles(contents, report);
    }

    private static DeliveredFiles directory(Path folder, ImportReport report) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            report.bad(folder.toString(), 0, "", "没有这个文件夹，请检查路径。");
            return new DeliveredFiles(contents, report);
        }
        List<Path> paths;
        try (Stream<Path> listed = Files.list(folder)) {
            paths = listed.filter(Files::isRegularFile).sorted().toList();
        }
        long bytes = 0;
        for (Path path : paths) {
            if (isPart(path.getFileName().toString())) {
                bytes += Files.size(path);
                if (bytes > MOST_BYTES || contents.size() >= MOST_FILES) {
                    report.bad(folder.toString(), 0, "", TOO_BIG);
                    break;
                }
                contents.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        DeliveredFiles files = new DeliveredFiles(contents, report);
        files.checkNames();
        return files;
    }

    /** @param zip is read to its end, at most {@link #MOST_BYTES} of content; the caller closes it */
    static DeliveredFiles unzip(InputStream zip, ImportReport report) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try {
            unzip(new ZipInputStream(zip), contents, report);
        } catch (IOException | IllegalArgumentException unreadable) {
            report.bad("zip", 0, "", "压缩包无法读取，请用 zip 格式重新打包，文件名用英文。");
        }
        if (contents.isEmpty() && report.clean()) {
            report.bad("zip", 0, "", "压缩包里没有可以导入的文件，请确认是 zip 格式。");
        }
        DeliveredFiles files = new DeliveredFiles(contents, report);
        files.checkNames();
        return files;
    }

    private static void unzip(ZipInputStream zip, Map<String, byte[]> contents, ImportReport report)
            throws IOException {
        long left = MOST_BYTES;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_FILES) {
                report.bad("zip", 0, "", TOO_BIG);
                return;
            }
            String path = entry.getName();
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("/") || path.contains("\\") || path.contains("..") || path.contains(":")) {
                report.bad("zip", 0, "", "压缩包里有不安全的文件路径，请只打包文件本身。");
                return;
            }
            byte[] content = read(zip, left);
            if (content.length > left) {
                report.bad("zip", 0, "", TOO_BIG);
                return;
            }
            left -= content.length;
            if (isPart(name) && !path.startsWith("__MACOSX") && contents.put(name, content) != null) {
                report.bad(name, 0, "", "压缩包里有两个同名文件，请只留一个。");
            }
        }
    }

    /** @return one byte more than {@code most} if there is more */
    private static byte[] read(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int n;
        while (out.size() <= most && (n = in.read(buffer)) >= 0) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private static boolean isPart(String name) {
        return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".geojson"));
    }
}
