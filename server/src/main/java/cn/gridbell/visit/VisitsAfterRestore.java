package cn.gridbell.visit;

import cn.gridbell.platform.restore.AfterRestore;
import org.springframework.stereotype.Component;

/** What fell due since the backup is done before anybody is told anything. */
@Component
class VisitsAfterRestore implements AfterRestore {

    /** Each takes up to 200 of each kind: more than a street has overdue. */
    private static final int ROUNDS = 25;

    private final VisitSilence silence;

    VisitsAfterRestore(VisitSilence silence) {
        this.silence = silence;
    }

    @Override
    public void catchUp() {
        for (int round = 0; round < ROUNDS; round++) {
            silence.remind();
            silence.expireUnanswered();
            silence.endMissed();
        }
    }
}
