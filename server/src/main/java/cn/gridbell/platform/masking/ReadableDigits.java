package cn.gridbell.platform.masking;

/**
 * A text in which every way of writing a digit is a digit, of the same length, so that what is found in it stands at the same place in the original:
 * full-width digits and letters, long runs of Chinese digits, the letter O between digits.
 */
final class ReadableDigits {

    private static final String CHINESE = "零一二三四五六七八九";
    /** Shorter ones are words: 三五个人, 一二单元. */
    private static final int LEAST_RUN = 7;

    private ReadableDigits() {}

    static String of(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            char c = out[i];
            if (c >= '\uFF01' && c <= '\uFF5E') {
                out[i] = (char) (c - 0xFEE0);
            } else if (c == '\u3000' || c == '\u00A0') {
                out[i] = ' ';
            }
        }
        readChineseRuns(out);
        for (int i = 1; i + 1 < out.length; i++) {
            if ((out[i] == 'O' || out[i] == 'o') && isDigit(out[i - 1]) && isDigit(out[i + 1])) {
                out[i] = '0';
            }
        }
        return new String(out);
    }

    private static void readChineseRuns(char[] out) {
        int start = 0;
        while (start < out.length) {
            int end = start;
            while (end < out.length && chineseDigit(out[end]) >= 0) {
                end++;
            }
            if (end - start >= LEAST_RUN) {
                for (int i = start; i < end; i++) {
                    out[i] = (char) ('0' + chineseDigit(out[i]));
                }
            }
            start = end + 1;
        }
    }

    private static int chineseDigit(char c) {
        return switch (c) {
            case '〇' -> 0;
            case '幺' -> 1;
            default -> CHINESE.indexOf(c);
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
