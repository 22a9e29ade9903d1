package cn.gridbell.platform.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides phones, resident id numbers, plates and door numbers in words meant for others. Finds by form, checks what has a check digit, and prefers hiding one
 * number too many to showing one. Hotlines (110, 12345, 400…), buildings, prices, dates and order numbers stay.
 */
public final class PersonalWords {

    private static final String GAP = "[ \\t\\-\u2010-\u2015_.·•~/]{1,2}";

    /** Grouped as people write it; any grouping would find phones in lists of numbers. */
    private static final Pattern MOBILE = Pattern.compile(("(?<!\\d)(?<!\\d[.])(?:(?:\\+|00)?86G?|[(]\\+?86[)]G?)?"
                    + "(?:1[3-9]\\d{9}|1[3-9]\\dG\\d{4}G\\d{4}|1[3-9]\\d{2}G\\d{4}G\\d{3}|1[3-9]\\d{2}G\\d{3}G\\d{4}"
                    + "|1[3-9]\\dG\\d{3}G\\d{5}|1[3-9]\\dG\\d{8}|1[3-9]\\d{5}G\\d{4}|1[3-9]\\d{3}G\\d{6}"
                    + "|1[3-9]\\dG\\d{2}G\\d{2}G\\d{2}G\\d{2}|1G[3-9](?:G\\d){9})(?!\\d)")
            .replace("G?", "(?:" + GAP + ")?")
            .replace("G", GAP));

    private static final Pattern LANDLINE = Pattern.compile(
            ("(?<!\\d)(?:\\+?86G?)?[(]?0(?:10|2\\d|[3-9]\\d{2})[)]?G?[2-8](?:\\d{6,7}|\\d{2,3}G\\d{4})(?:(?:转|-|分机|G转)\\d{1,6})?(?!\\d)")
                    .replace("G?", "(?:" + GAP + ")?")
                    .replace("G", GAP));

    /** Without an area code only the words before tell it from any other number. */
    private static final Pattern LOCAL_LINE = Pattern.compile(
            "(?:电话|座机|固话|致电|来电|联系方式|家里的?号码|拨打|[Tt][Ee][Ll])[是为打:： ]{0,3}(?!20\\d{2}[01]\\d[0-3]\\d(?!\\d))([2-8]\\d{2,3}(?:"
                    + GAP + ")?\\d{4})(?!\\d)");

    private static final Pattern ID_18 = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:" + GAP
            + ")?(?:18|19|20)\\d{2}(?:" + GAP + ")?[01]\\d[0-3]\\d(?:" + GAP + ")?\\d{3}[0-9Xx×](?![0-9A-Za-z])");
    private static final Pattern ID_15 =
            Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{7}[01]\\d[0-3]\\d{4}(?![0-9A-Za-z])");
    /** Mistyped by one digit it is still theirs. */
    private static final Pattern ID_NAMED = Pattern.compile("(?:身份证|证件)(?:号码?|号是|编号)?[是为:： ]{0,3}([1-9](?:(?:" + GAP
            + ")?\\d){13,16}(?:" + GAP + ")?[0-9Xx×])(?![0-9A-Za-z])");

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
    private static final String LETTER = "[A-HJ-NP-Za-hj-np-z]";
    private static final Pattern PLATE = Pattern.compile(PROVINCE + " ?" + LETTER + "[ ·•.・\\-]?(?:"
            + "[A-HJKa-hjk][0-9A-HJ-NP-Za-hj-np-z]\\d{4}|\\d{5}[A-HJKa-hjk]" // new energy, small and large
            + "|(?=[A-Za-z]{0,4}\\d)[0-9A-HJ-NP-Za-hj-np-z]{4}[挂学警港澳试超领]"
            + "|(?=[A-Za-z]{0,4}\\d)[0-9A-HJ-NP-Za-hj-np-z]{5})(?![0-9A-Za-z])"
            + "|(?<![0-9A-Za-z])WJ[ ·.]?" + PROVINCE + "?[ ·.]?\\d{4}[0-9A-Z](?![0-9A-Za-z])"
            + "|使[ ·.]?\\d{3}[ ·.]?\\d{3}(?!\\d)|(?<!\\d)\\d{3}[ ·.]?\\d{3}使(?!用)");

    private static final Pattern DOOR = Pattern.compile("(?<![\\d.])(\\d{3,4})(?=[ ]?(?:室(?![内外温])|房(?![租价子屋产东贷改])))"
            + "|(?<=(?:单元|号楼|栋|幢|座|弄\\d{1,3}号)[ ,，、-]?)(\\d{3,4})(?!天(?!天)|[\\d层楼号弄元米人平户个只年月日块岁%路])"
            + "|(?<![\\d-])(?:\\d{1,3}-){1,2}(\\d{3,4})(?=[ ]?(?:室|的?(?:业主|住户|邻居|人家)|家))"
            + "|(?<![\\d-])(?<!码[是为:： ]{0,2})\\d{1,3}-\\d{1,2}-(\\d{3,4})(?![\\d-])"
            + "|([一二三四五六七八九][零〇一二三四五六七八九][一二三四五六七八九零〇]{1,2})(?=室(?![内外温]))");

    private static final Predicate<String> ANY = found -> true;

    private PersonalWords() {}

    /** The text with everything personal covered; the same text if nothing was found. */
    public static String hidden(String text) {
        List<Passage> passages = in(text);
        if (passages.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        for (Passage passage : passages) {
            shown.append(text, at, passage.from()).append(passage.kind().cover());
            at = passage.to();
        }
        return shown.append(text, at, text.length()).toString();
    }

    /** What was found, in order, without overlaps. */
    public static List<Passage> in(String text) {
        String readable = ReadableDigits.of(text);
        List<Passage> found = new ArrayList<>();
        add(found, readable, ID_18, PersonalKind.ID_NUMBER, id -> IdNumbers.isNew(bare(id)));
        add(found, readable, ID_15, PersonalKind.ID_NUMBER, IdNumbers::isOld);
        add(found, readable, ID_NAMED, PersonalKind.ID_NUMBER, ANY);
        add(found, readable, MOBILE, PersonalKind.PHONE, ANY);
        add(found, readable, LANDLINE, PersonalKind.PHONE, ANY);
        add(found, readable, LOCAL_LINE, PersonalKind.PHONE, ANY);
        add(found, readable, PLATE, PersonalKind.PLATE, ANY);
        add(found, readable, DOOR, PersonalKind.DOOR, ANY);
        found.sort(Comparator.comparingInt(Passage::from));
        return List.copyOf(found);
    }

    private static void add(
            List<Passage> found, String text, Pattern form, PersonalKind kind, Predicate<String> genuine) {
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            int group = groupOf(matcher);
            Passage passage = new Passage(kind, matcher.start(group), matcher.end(group));
            if (found.stream().noneMatch(passage::overlaps) && genuine.test(matcher.group(group))) {
                found.add(passage);
            }
        }
    }

    /** The part that is personal, if the form says more. */
    private static int groupOf(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }

    private static String bare(String number) {
        return number.replaceAll("[^0-9Xx×]", "").replace('×', 'X');
    }
}
