package cn.gridbell.platform;

import java.util.List;

/** The server will not start like this; {@link UnsafeForProductionAnalyzer} prints it for the operator. */
final class UnsafeForProduction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> objections;

    UnsafeForProduction(List<String> objections) {
        super("unsafe for production: " + String.join(" | ", objections));
        this.objections = List.copyOf(objections);
    }

    List<String> objections() {
        return objections;
    }
}
