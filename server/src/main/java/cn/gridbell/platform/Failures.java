package cn.gridbell.platform;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes a failure without its messages: what people typed can stand in them. */
public final class Failures {

    private static final int DEEPEST = 5;

    /**
     * Error codes of MySQL and MariaDB that say "not now": no room left on the disk (3, 1021, 1026, 1030, 1114), a statement or connection the server
     * ended by itself (1053, 1317, 1927, 1969, 3024, 4031), a node that takes no writes or is no part of its cluster (1047, 1290, 1836).
     */
    private static final Set<Integer> NOT_NOW =
            Set.of(3, 1021, 1026, 1030, 1047, 1053, 1114, 1290, 1317, 1836, 1927, 1969, 3024, 4031);

    private Failures() {}

    /** Whether the database could not do it now, and what was asked is not at fault. */
    public static boolean databaseCannotNow(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof java.sql.SQLException sql && NOT_NOW.contains(sql.getErrorCode())) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** Types of the chain of causes, each with the innermost places of this house. */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : " <- ").append(at.getClass().getName());
            if (at instanceof java.sql.SQLException sql) {
                text.append("[code=")
                        .append(sql.getErrorCode())
                        .append(" state=")
                        .append(sql.getSQLState())
                        .append(']');
            }
            String ours = Arrays.stream(at.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("cn.gridbell"))
                    .filter(frame -> !frame.getClassName().startsWith("cn.gridbell.platform.repeat."))
                    .filter(frame -> frame.getLineNumber() > 0)
                    .limit(3)
                    .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" "));
            if (ours.isEmpty() && at.getStackTrace().length > 0) {
                ours = at.getStackTrace()[0].toString();
            }
            text.append(" at ").append(ours);
            at = at.getCause();
        }
        return text.toString();
    }
}
