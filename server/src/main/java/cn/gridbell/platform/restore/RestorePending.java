package cn.gridbell.platform.restore;

/** The database was loaded from a backup, and nobody said so to the server yet; {@link RestorePendingAnalyzer} says what to do. */
final class RestorePending extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RestorePending() {
        super("the database was restored from a backup: run once with --restored before the servers");
    }
}
