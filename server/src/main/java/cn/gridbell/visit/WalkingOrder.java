package cn.gridbell.visit;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The order in which the day's doors are walked: by time; at one time compound, building, unit and room, numbers counted as numbers. */
final class WalkingOrder {

    static final Comparator<StaffVisit.Line> OF_THE_DAY = Comparator.comparing(StaffVisit.Line::start)
            .thenComparing(StaffVisit.Line::door, WalkingOrder::compare)
            .thenComparing(line -> line.id().value());

    private static final Pattern PART = Pattern.compile("\\d{1,18}|\\D+|\\d+");

    private WalkingOrder() {}

    static int compare(StaffVisit.Door a, StaffVisit.Door b) {
        int order = compareText(a.address(), b.address());
        order = order != 0 ? order : compareText(a.building(), b.building());
        order = order != 0 ? order : compareText(a.unit(), b.unit());
        return order != 0 ? order : compareText(a.room(), b.room());
    }

    /** 2号楼 comes before 10号楼; what is not known comes first. */
    static int compareText(@Nullable String a, @Nullable String b) {
        Matcher left = PART.matcher(a == null ? "" : a);
        Matcher right = PART.matcher(b == null ? "" : b);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = comparePart(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePart(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
