package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which grid a written address belongs to. An answer is given only if everything that fits lies in one grid; what is unknown or could mean two
 * grids stays unanswered, because a person can be asked and a wrong grid is found out late.
 */
final class AddressBook {

    /** What may stand before the road: 四川省…市…区…街道. A road whose name merely ends like a known one is another road. */
    private static final Pattern ABOVE_THE_ROAD = Pattern.compile("(?:.*(?:[省市区县镇乡村]|街道))?");

    private record Entrance(String building, GridView grid) {}

    private final Map<String, List<Entrance>> byAddress = new LinkedHashMap<>();

    /** Only while the tree that owns this book is built. */
    void add(BuildingRow row, GridView grid) {
        byAddress
                .computeIfAbsent(AddressWords.address(row.address()), address -> new ArrayList<>())
                .add(new Entrance(AddressWords.building(row.building()), grid));
    }

    /**
     * @param address  as a person wrote it, perhaps with province and city before and building and room after
     * @param building as a person wrote it; null or blank to take it from the address
     */
    Optional<GridView> gridOf(String address, @Nullable String building) {
        String words = AddressWords.address(address);
        String known = knownPartOf(words);
        if (known == null) {
            return Optional.empty();
        }
        String rest = words.substring(words.indexOf(known) + known.length());
        String asked = building == null || building.isBlank()
                ? AddressWords.buildingIn(rest).orElse("")
                : AddressWords.building(building);
        List<GridView> grids = byAddress.getOrDefault(known, List.of()).stream()
                .filter(entrance -> fits(asked, entrance.building()))
                .map(Entrance::grid)
                .distinct()
                .toList();
        return grids.size() == 1 ? Optional.of(grids.get(0)) : Optional.empty();
    }

    private @Nullable String knownPartOf(String words) {
        if (byAddress.containsKey(words)) {
            return words;
        }
        String longest = null;
        for (String known : byAddress.keySet()) {
            if ((longest == null || known.length() > longest.length()) && standsIn(words, known)) {
                longest = known;
            }
        }
        return longest;
    }

    private static boolean standsIn(String words, String known) {
        int at = words.indexOf(known);
        return at >= 0
                && ABOVE_THE_ROAD.matcher(words.substring(0, at)).matches()
                && (known.endsWith("号") || endsAt(words, at + known.length()));
    }

    /** A known name without a number (听铃苑) must not be the beginning of another name (听铃苑南区). */
    private static boolean endsAt(String words, int end) {
        return end == words.length() || words.charAt(end) < 128;
    }

    /** {@code 3栋} also fits {@code 听铃苑3栋}, but never {@code 13栋}. A house without building names takes whatever is said of it. */
    private static boolean fits(String asked, String known) {
        if (asked.isEmpty() || known.isEmpty() || known.equals(asked)) {
            return true;
        }
        String longer = known.length() > asked.length() ? known : asked;
        String shorter = known.length() > asked.length() ? asked : known;
        return longer.endsWith(shorter) && longer.charAt(longer.length() - shorter.length() - 1) >= 128;
    }
}
