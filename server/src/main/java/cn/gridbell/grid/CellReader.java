package cn.gridbell.grid;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row within their bounds, and reports each one it cannot take. */
final class CellReader {

    static final Pattern CODE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?");

    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,15})?");

    private final String file;
    private final StreetFiles.Row row;
    private final ImportReport report;

    CellReader(String file, StreetFiles.Row row, ImportReport report) {
        this.file = file;
        this.row = row;
        this.report = report;
    }

    int line() {
        return row.line();
    }

    void bad(String column, String reason) {
        report.bad(file, row.line(), column, reason);
    }

    /** @return null after reporting */
    @Nullable
    String text(String column, int most) {
        String text = optionalText(column, most);
        if (text != null && text.isEmpty()) {
            bad(column, "不能为空。");
            return null;
        }
        return text;
    }

    /** @return empty if the cell is; null after reporting */
    @Nullable
    String optionalText(String column, int most) {
        String text = row.cells().getOrDefault(column, "");
        if (text.codePointCount(0, text.length()) > most) {
            bad(column, "太长，最多" + most + "个字。");
            return null;
        }
        if (!text.codePoints().allMatch(CellReader::readable)) {
            bad(column, "含有换行或无法识别的字符，请删去。");
            return null;
        }
        return text;
    }

    private static boolean readable(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }

    /** @return null after reporting */
    @Nullable
    String code(String column) {
        String code = row.cells().getOrDefault(column, "");
        if (!CODE.matcher(code).matches()) {
            bad(column, "编码只能用字母、数字和短横线，最多32位，不能为空。");
            return null;
        }
        return code;
    }

    /** @return null after reporting */
    <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
        Optional<E> word = wordIn(row.cells().getOrDefault(column, ""), words);
        if (word.isEmpty()) {
            bad(column, "只能是以下之一：" + String.join("、", names(words)) + "。");
        }
        return word.orElse(null);
    }

    boolean isEmpty(String column) {
        return row.cells().getOrDefault(column, "").isEmpty();
    }

    /** WGS-84 degrees. @return null after reporting */
    @Nullable
    Double degrees(String column, double least, double most) {
        String text = row.cells().getOrDefault(column, "");
        if (DEGREES.matcher(text).matches()) {
            double degrees = Double.parseDouble(text);
            if (degrees >= least && degrees <= most) {
                return degrees;
            }
        }
        bad(column, "应是 WGS-84 的度数，在" + (int) least + "到" + (int) most + "之间，例如 30.6417998。");
        return null;
    }

    private static <E extends Enum<E>> Optional<E> wordIn(String text, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> String[] names(Class<E> words) {
        String[] names = new String[words.getEnumConstants().length];
        for (E word : words.getEnumConstants()) {
            names[word.ordinal()] = word.name();
        }
        return names;
    }
}
