package cn.gridbell.request;

import cn.gridbell.platform.restore.AfterRestore;
import org.springframework.stereotype.Component;

/** Numbers that people were told after the backup stay theirs, and what fell due since is done before anybody is told anything. */
@Component
class RequestsAfterRestore implements AfterRestore {

    private final RequestNumbers numbers;
    private final RequestTimer timer;
    private final RequestAftercareTimer aftercare;

    RequestsAfterRestore(RequestNumbers numbers, RequestTimer timer, RequestAftercareTimer aftercare) {
        this.numbers = numbers;
        this.timer = timer;
        this.aftercare = aftercare;
    }

    @Override
    public void skipNumbers() {
        numbers.skip();
    }

    @Override
    public void catchUp() {
        timer.run();
        timer.lapse();
        aftercare.run();
    }
}
