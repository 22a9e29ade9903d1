package cn.gridbell.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Develops every file of a folder, in a process with little memory; ends with 0 if none of them used it up. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.getFileName().toString().matches("\\d+"))
                    .sorted()
                    .toList();
        }
        int kept = 0;
        for (Path file : files) {
            try {
                Darkroom.develop(Files.readAllBytes(file));
                kept++;
            } catch (PhotoRefused refused) {
                // as it should be for some
            } catch (OutOfMemoryError tooMuch) {
                System.out.println("too much memory for file " + file.getFileName());
                System.exit(1);
            }
        }
        System.out.println(kept + " kept");
    }
}
