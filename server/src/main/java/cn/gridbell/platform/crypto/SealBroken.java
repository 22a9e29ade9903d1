package cn.gridbell.platform.crypto;

/** A sealed field was changed, moved to another row or column, or its key is missing. Answered as 500 and alarmed: never a person's fault. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String why) {
        super("sealed field cannot be opened: " + why);
    }
}
