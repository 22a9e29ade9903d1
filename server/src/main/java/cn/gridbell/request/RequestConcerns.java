package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.followup.FollowUp;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the people a request concerns do about it, and how two requests about one matter become one; each with its key, in one transaction. */
@Service
class RequestConcerns {

    private final RequestSupport support;
    private final RequestMerging merging;
    private final Aside aside;
    private final IdempotencyKeys keys;
    private final RequestNumbers numbers;
    private final TransactionTemplate transaction;

    RequestConcerns(
            RequestSupport support,
            RequestMerging merging,
            Aside aside,
            IdempotencyKeys keys,
            RequestNumbers numbers,
            TransactionTemplate transaction) {
        this.support = support;
        this.merging = merging;
        this.aside = aside;
        this.keys = keys;
        this.numbers = numbers;
        this.transaction = transaction;
    }

    /** What is done after a request, and before one. */
    @Component
    record Aside(RequestVerdicts verdicts, RequestAftercare aftercare, RequestsNearby nearby, RequestTurns turns) {}

    RequestStanding rate(Caller caller, @Nullable IdempotencyKey key, RequestId id, RateRequest command) {
        return once(caller, key, "rate-request", id, command, RequestStanding.class, () -> aside.verdicts()
                .rate(caller, id, command));
    }

    SupportStanding support(Caller caller, @Nullable IdempotencyKey key, RequestId id) {
        return once(
                caller,
                key,
                "support-request",
                id,
                List.of(),
                SupportStanding.class,
                () -> support.support(caller, id));
    }

    SupportStanding leave(Caller caller, @Nullable IdempotencyKey key, RequestId id) {
        return once(
                caller, key, "leave-request", id, List.of(), SupportStanding.class, () -> support.leave(caller, id));
    }

    RequestStanding chase(Caller caller, @Nullable IdempotencyKey key, RequestId id) {
        return once(
                caller, key, "chase-request", id, List.of(), RequestStanding.class, () -> support.chase(caller, id));
    }

    RequestStanding merge(Caller caller, @Nullable IdempotencyKey key, RequestId id, MergeRequest command) {
        return once(
                caller,
                key,
                "merge-request",
                id,
                command,
                RequestStanding.class,
                () -> merging.merge(caller, id, command.into()));
    }

    RequestStanding split(Caller caller, @Nullable IdempotencyKey key, RequestId id) {
        return once(
                caller, key, "split-request", id, List.of(), RequestStanding.class, () -> merging.split(caller, id));
    }

    /** The number is taken before the transaction begins: a new block of numbers needs a connection of its own. */
    FollowUpStanding answerFollowUp(Caller caller, @Nullable IdempotencyKey key, RequestId id, AnswerFollowUp command) {
        String number = command.answer() == FollowUp.Answer.AGAIN ? numbers.next() : null;
        return once(caller, key, "answer-follow-up", id, command, FollowUpStanding.class, () -> aside.aftercare()
                .answer(caller, id, command, number));
    }

    /** @param words null for none */
    List<NearbyRequest> nearby(Caller caller, GeoPoint place, String category, @Nullable String words) {
        return aside.nearby().find(caller, place, category, words);
    }

    private <T> T once(
            Caller caller,
            @Nullable IdempotencyKey key,
            String operation,
            RequestId id,
            Object command,
            Class<T> type,
            Supplier<T> deed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                return keys.once(caller, key, new IdempotencyKeys.What(operation, new On(id, command)), type, deed);
            } catch (RequestAlreadyMoved tooLate) {
                throw aside.turns().withWho(tooLate, id);
            }
        }));
    }

    /** What a key stands for: the same words for another request are another call. */
    private record On(RequestId id, Object command) {}
}
