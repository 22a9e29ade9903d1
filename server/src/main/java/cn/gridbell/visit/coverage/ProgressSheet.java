package cn.gridbell.visit.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A campaign's progress for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front.
 */
final class ProgressSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private ProgressSheet() {}

    static String of(CampaignProgress progress) {
        StringBuilder sheet = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(sheet, CSVFormat.RFC4180)) {
            printer.printRecord("行动", "网格", "走访人", "工号", "应访户数", "见到或回应", "三次未遇", "空置或搬离", "待走访", "覆盖率");
            for (CampaignProgress.Tally line : progress.lines()) {
                printer.printRecord(
                        harmless(progress.campaign().name()),
                        harmless(line.grid()),
                        harmless(line.member()),
                        harmless(line.number()),
                        line.doors(),
                        line.contacts(),
                        line.attempts(),
                        line.vacant(),
                        line.open(),
                        String.format(Locale.ROOT, "%.1f%%", 100.0 * line.covered() / Math.max(1, line.doors())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString();
    }

    /** OWASP, CSV injection. */
    static String harmless(String text) {
        String seen = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0));
        return formula ? "'" + text : text;
    }
}
