package cn.gridbell.grid;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the many ways people write one address to one spelling: full and half width, traditional characters, spaces, 號/号/#, 三号楼/3号楼/3栋/3幢/3#,
 * 大街/街, 大道/道, a number without its 号. It never mixes up 路 and 街: those are different roads.
 */
final class AddressWords {

    private static final String TRADITIONAL = "號樓棟單園東門裡區縣鎮鄉雙號巷橋鈴蔭榮龍華長馬廣";
    private static final String SIMPLIFIED = "号楼栋单园东门里区县镇乡双号巷桥铃荫荣龙华长马广";
    private static final String NUMERALS = "〇零一二两三四五六七八九十";

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}#-]|(?<!\\p{N})-|-(?!\\p{N})");
    private static final Pattern SPELT_NUMBER = Pattern.compile("([" + NUMERALS + "]{1,3})(?=号|栋|幢|座|楼|单元|#)");
    private static final Pattern NUMBER_WITHOUT_HAO =
            Pattern.compile("(?<=[路街巷道弄里段])([0-9]+(?:-[0-9]+)?)(?![0-9号栋幢座楼单环路街巷弄-])");
    private static final Pattern UNIT_AND_ROOM = Pattern.compile("[0-9a-z]+单元.*$|[0-9]{3,4}[室房]$");
    private static final Pattern NUMBERED_BUILDING =
            Pattern.compile("([0-9]+|[a-z][0-9]*|[甲乙丙丁戊己])(?:号楼|号栋|号|栋|幢|座|楼)?$");
    private static final Pattern BUILDING_IN_ADDRESS =
            Pattern.compile("(?<![附0-9])([0-9]+|[a-z]|[甲乙丙丁戊己])(?:号楼|号栋|栋|幢|座)");

    private AddressWords() {}

    /** One spelling of road and number, for example {@code 听铃路12号}. */
    static String address(String text) {
        String words = plain(text).replace("号院", "号").replace("大街", "街").replace("大道", "道");
        words = words.replace("马路", "路").replace("巷子", "巷");
        return NUMBER_WITHOUT_HAO.matcher(words).replaceAll("$1号");
    }

    /** One spelling of a building's name, for example {@code 3栋}; empty for an empty text. */
    static String building(String text) {
        String words = UNIT_AND_ROOM.matcher(plain(text)).replaceFirst("");
        Matcher numbered = NUMBERED_BUILDING.matcher(words);
        return numbered.find() ? words.substring(0, numbered.start()) + shortNumber(numbered.group(1)) + "栋" : words;
    }

    /** The building that an address in {@link #address one spelling} speaks of after road and number, if it does. */
    static Optional<String> buildingIn(String rest) {
        Matcher building = BUILDING_IN_ADDRESS.matcher(rest);
        return building.find() ? Optional.of(shortNumber(building.group(1)) + "栋") : Optional.empty();
    }

    private static String shortNumber(String number) {
        return number.replaceFirst("^0+(?=[0-9])", "");
    }

    private static String plain(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder simplified = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            int known = TRADITIONAL.indexOf(words.charAt(i));
            simplified.append(known < 0 ? words.charAt(i) : SIMPLIFIED.charAt(known));
        }
        words = NOISE.matcher(simplified).replaceAll("");
        words = SPELT_NUMBER.matcher(words).replaceAll(number -> digits(number.group(1)));
        return words.replace("#楼", "号楼").replace("#", "号");
    }

    /** 三 → 3, 十二 → 12, 二十 → 20, 一〇三 → 103. */
    private static String digits(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            numerals.chars().forEach(numeral -> digits.append(digit(numeral)));
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : digit(numerals.charAt(ten - 1));
        int ones = ten == numerals.length() - 1 ? 0 : digit(numerals.charAt(ten + 1));
        return String.valueOf(tens * 10 + ones);
    }

    private static int digit(int numeral) {
        return switch (numeral) {
            case '一' -> 1;
            case '二', '两' -> 2;
            case '三' -> 3;
            case '四' -> 4;
            case '五' -> 5;
            case '六' -> 6;
            case '七' -> 7;
            case '八' -> 8;
            case '九' -> 9;
            default -> 0;
        };
    }
}
