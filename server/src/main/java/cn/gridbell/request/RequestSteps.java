package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.security.Caller;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each step of a request in one transaction with its key; who comes too late learns who was faster. */
@Component
class RequestSteps {

    private final IdempotencyKeys keys;
    private final RequestTurns turns;

    RequestSteps(IdempotencyKeys keys, RequestTurns turns) {
        this.keys = keys;
        this.turns = turns;
    }

    /** What a key stands for: the same words for another request are another call. */
    record Step(String operation, RequestId id, Object command) {}

    @Transactional
    RequestStanding take(Caller caller, @Nullable IdempotencyKey key, Step step, Supplier<RequestStanding> deed) {
        try {
            return keys.once(
                    caller, key, new IdempotencyKeys.What(step.operation(), step), RequestStanding.class, deed);
        } catch (RequestAlreadyMoved tooLate) {
            throw turns.withWho(tooLate, step.id());
        }
    }
}
