package cn.gridbell.visit.rating;

import cn.gridbell.platform.restore.AfterRestore;
import org.springframework.stereotype.Component;

/** Calls that fell due since the backup. */
@Component
class CallBacksAfterRestore implements AfterRestore {

    /** Each takes up to 100 of each kind: more than a street has overdue. */
    private static final int ROUNDS = 10;

    private final CallBacks callBacks;

    CallBacksAfterRestore(CallBacks callBacks) {
        this.callBacks = callBacks;
    }

    @Override
    public void catchUp() {
        for (int round = 0; round < ROUNDS; round++) {
            callBacks.run();
        }
    }
}
