package cn.gridbell.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A street's files for tests: the demo street's territories and entrances, spoilt as a test wishes. */
final class Delivery {

    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    /** Territories and entrances of the demo street, without people and households. */
    static Delivery demo() {
        Delivery delivery = new Delivery();
        Map<String, String> files = DemoStreet.files();
        for (String name : List.of("grids.csv", "territories.geojson", "buildings.csv")) {
            delivery.with(name, Objects.requireNonNull(files.get(name)));
        }
        return delivery;
    }

    /** All files of the demo street. */
    static Delivery wholeDemo() {
        Delivery delivery = new Delivery();
        DemoStreet.files().forEach(delivery::with);
        return delivery;
    }

    Delivery with(String name, String text) {
        return with(name, text.getBytes(UTF_8));
    }

    Delivery with(String name, byte[] content) {
        contents.put(name, content);
        return this;
    }

    Delivery without(String name) {
        contents.remove(name);
        return this;
    }

    /** Replaces a piece of text that stands in the file. */
    Delivery replacing(String name, String old, String fresh) {
        String text = text(name);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " does not contain " + old);
        }
        return with(name, text.replace(old, fresh));
    }

    /** @param line 1 is the first */
    Delivery line(String name, int line, UnaryOperator<String> spoil) {
        String[] lines = text(name).split("\n", -1);
        lines[line - 1] = spoil.apply(lines[line - 1]);
        return with(name, Arrays.stream(lines).collect(Collectors.joining("\n")));
    }

    /** The line of a territory, in {@code grids.csv} or {@code territories.geojson}. */
    int lineOf(String name, String code) {
        String start =
                name.endsWith(".csv") ? code + "," : "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"";
        String[] lines = text(name).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(start)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no " + code);
    }

    String text(String name) {
        return new String(Objects.requireNonNull(contents.get(name)), UTF_8);
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    /** What reading this delivery finds, without a database. */
    ImportReport check() {
        ImportReport report = new ImportReport();
        DeliveredFiles files = new DeliveredFiles(contents, report);
        files.checkNames();
        StreetDraft.read(files, report);
        return report;
    }

    /** The tree this delivery draws; ids are made up. @throws AssertionError if it is not clean */
    GridTree tree() {
        ImportReport report = new ImportReport();
        StreetDraft draft = StreetDraft.read(new DeliveredFiles(contents, report), report);
        if (!report.clean()) {
            throw new AssertionError(report.badRows());
        }
        List<GridRow> rows = new ArrayList<>();
        for (GridRow row : draft.rows()) {
            rows.add(new GridRow(
                    rows.size() + 1L,
                    row.code(),
                    row.name(),
                    row.level(),
                    row.kind(),
                    row.parentCode(),
                    row.territory()));
        }
        return new GridTree(1, rows, draft.buildings().orElse(List.of()));
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
