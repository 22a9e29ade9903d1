package cn.gridbell.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes a failure without its messages: what people typed can stand in them. */
public final class Failures {

    private static final int DEEPEST = 5;

    private Failures() {}

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
