package cn.gridbell.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The files of one delivery, read into memory. What cannot be read at all (encoding, header, ragged lines) is reported here, each file once;
 * such a file, or such a line, is then not handed on.
 */
final class DeliveredFiles implements StreetFiles {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final Map<String, byte[]> contents;
    private final ImportReport report;
    private final Map<String, Optional<List<Row>>> tables = new LinkedHashMap<>();
    private final Map<String, Optional<String>> texts = new LinkedHashMap<>();

    DeliveredFiles(Map<String, byte[]> contents, ImportReport report) {
        this.contents = contents;
        this.report = report;
    }

    /** Reports each file that is not part of a delivery: a misspelt name must not pass for a missing file. */
    void checkNames() {
        for (String name : contents.keySet()) {
            if (!StreetFormat.fileNames().contains(name) && (name.endsWith(".csv") || name.endsWith(".geojson"))) {
                report.bad(name, 0, "", "不认识这个文件，文件名应是：" + String.join("、", StreetFormat.fileNames()) + "。");
            }
        }
    }

    @Override
    public Optional<List<Row>> table(String name) {
        return tables.computeIfAbsent(name, file -> text(file).flatMap(text -> parse(file, text)));
    }

    @Override
    public Optional<String> text(String name) {
        return texts.computeIfAbsent(
                name, file -> Optional.ofNullable(contents.get(file)).flatMap(bytes -> decode(file, bytes)));
    }

    private Optional<String> decode(String file, byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            report.bad(file, line, "", "文件不是 UTF-8 编码，请另存为“CSV UTF-8”后重新导入。");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<List<Row>> parse(String file, String text) {
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        try (CSVParser parser = CSVParser.parse(text, CSV)) {
            int line = 1;
            try {
                for (CSVRecord csv : parser) {
                    if (header == null) {
                        header = header(file, csv);
                        if (header == null) {
                            return Optional.empty();
                        }
                    } else {
                        row(file, line, header, csv).ifPresent(rows::add);
                    }
                    line = (int) parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException | IllegalStateException brokenQuotes) {
                report.bad(file, line, "", "从这一行起双引号不成对，无法读取，请检查引号。");
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header == null) {
            report.bad(file, 1, "", "文件是空的，第一行应是列名。");
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private @Nullable List<String> header(String file, CSVRecord csv) {
        List<String> expected = StreetFormat.columnsOf(file);
        List<String> found = csv.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (String column : found) {
            if (!expected.isEmpty() && !expected.contains(column)) {
                report.bad(file, 1, shortened(column), "不认识这一列，应有的列是：" + String.join(",", expected) + "。");
                good = false;
            } else if (!seen.add(column)) {
                report.bad(file, 1, shortened(column), "这一列出现了两次，请删去一列。");
                good = false;
            }
        }
        for (String column : expected) {
            if (!seen.contains(column)) {
                report.bad(file, 1, column, "缺少这一列，第一行应是列名：" + String.join(",", expected) + "。");
                good = false;
            }
        }
        return good ? found : null;
    }

    /** A file without header shows somebody's row here: no more of it than a column's name may have. */
    private static String shortened(String column) {
        return column.matches("[A-Za-z_]{1,32}") ? column : "";
    }

    private Optional<Row> row(String file, int line, List<String> header, CSVRecord csv) {
        if (csv.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        if (csv.size() != header.size()) {
            report.bad(file, line, "", "这一行有" + csv.size() + "格，应有" + header.size() + "格，请检查逗号和引号。");
            return Optional.empty();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), csv.get(i).strip());
        }
        return Optional.of(new Row(line, cells));
    }
}
