package cn.gridbell.visit.route;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a door is called. Doors stand in the order of compound, building, unit and room, numbers counted as numbers: 2号楼 comes before 10号楼, 201
 * before 1001; what is not known comes first.
 */
public record DoorName(
        @Nullable String address,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room) implements Comparable<DoorName> {

    private static final Pattern PART = Pattern.compile("\\d{1,18}|\\D+|\\d+");

    @Override
    public int compareTo(DoorName other) {
        int order = compareText(address, other.address);
        order = order != 0 ? order : compareText(building, other.building);
        order = order != 0 ? order : compareText(unit, other.unit);
        return order != 0 ? order : compareText(room, other.room);
    }

    /** Whether both stand behind one entrance. */
    boolean sharesEntrance(DoorName other) {
        return compareText(address, other.address) == 0 && compareText(building, other.building) == 0;
    }

    /** A door slips into no log. */
    @Override
    public String toString() {
        return "DoorName[…]";
    }

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
