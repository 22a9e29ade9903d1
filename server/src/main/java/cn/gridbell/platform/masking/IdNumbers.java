package cn.gridbell.platform.masking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Resident id numbers as GB 11643 makes them: region, birthday, order, check digit. */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private IdNumbers() {}

    /** @param number 18 characters, the last a digit or X */
    static boolean isNew(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17))
                && isPlausible(number, number.substring(6, 14));
    }

    /** @param number 15 digits: no check digit, a year of two digits */
    static boolean isOld(String number) {
        return isPlausible(number, "19" + number.substring(6, 12));
    }

    private static boolean isPlausible(String number, String birthday) {
        if (!PROVINCES.contains(number.substring(0, 2))) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(birthday.substring(0, 4)),
                    Integer.parseInt(birthday.substring(4, 6)),
                    Integer.parseInt(birthday.substring(6, 8)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
