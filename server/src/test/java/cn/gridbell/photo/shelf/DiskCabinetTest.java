package cn.gridbell.photo.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder, also one on a full disk. */
class DiskCabinetTest extends CabinetContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    Cabinet cabinet() {
        return new DiskCabinet(folder);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothingHalf() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setMaxSize(400_000).build())) {
            Path disk = small.getPath("/photos");
            Cabinet cabinet = new DiskCabinet(disk);
            String key = newKey("ab");
            cabinet.put(key, bytes(200_000));

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.put(newKey("cd"), bytes(300_000)));

            assertThat(files(disk)).isEqualTo(1);
            assertThat(cabinet.find(key)).isPresent();
            cabinet.put(newKey("ef"), bytes(100_000));
        }
    }

    @Test
    void aPictureInSizesIsTakenBackWhenTheDiskFillsUpHalfWay() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setMaxSize(300_000).build())) {
            Path disk = small.getPath("/photos");
            PhotoShelf shelf = new PhotoShelf(new DiskCabinet(disk));
            Map<PhotoSize, byte[]> prints = Map.of(
                    PhotoSize.SMALL, bytes(10_000), PhotoSize.MEDIUM, bytes(90_000), PhotoSize.FULL, bytes(400_000));

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> shelf.put(prints));

            assertThat(files(disk)).isZero();
        }
    }

    @Test
    void whatACrashLeftHalfWrittenIsListed() throws IOException {
        Path drawer = Files.createDirectories(folder.resolve("ab"));
        Files.write(drawer.resolve("ab00.jpg.part"), bytes(10));

        assertThat(cabinet().list(null, 10)).extracting(Cabinet.Kept::key).containsExactly("ab/ab00.jpg.part");
        assertThat(cabinet().find("ab/ab00.jpg")).isEmpty();
    }

    @Test
    void aFolderThatIsNoneIsNoMissingPicture() throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes(10));
        Cabinet cabinet = new DiskCabinet(file);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.find(newKey("ab")));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.put(newKey("ab"), bytes(10)));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
