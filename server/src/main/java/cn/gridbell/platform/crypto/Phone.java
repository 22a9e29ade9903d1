package cn.gridbell.platform.crypto;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mainland mobile number, 11 digits. Its {@code toString} is masked, so that it cannot slip into a log.
 */
public final class Phone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final String digits;

    private Phone(String digits) {
        this.digits = digits;
    }

    /** Empty if the text is no mainland mobile number. */
    public static Optional<Phone> parse(@Nullable String text) {
        return text != null && MOBILE.matcher(text).matches() ? Optional.of(new Phone(text)) : Optional.empty();
    }

    /** The number itself: for encryption, or for a person who may see it. */
    public String digits() {
        return digits;
    }

    /** {@code 138****5678}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phone phone && phone.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
