package cn.gridbell.resident.disclosure;

/**
 * A phone that was asked for with a purpose.
 *
 * @param phone 11 digits
 */
public record PlainPhone(String phone) {

    /** Masked, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "PlainPhone[***]";
    }
}
