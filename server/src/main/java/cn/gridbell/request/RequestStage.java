package cn.gridbell.request;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Status and sub-state in one: where a request can stand, and nowhere else. */
enum RequestStage {
    SUBMITTED(RequestStatus.SUBMITTED, null),
    ASSIGNED(RequestStatus.ASSIGNED, null),
    HANDLING(RequestStatus.HANDLING, null),
    WAITING_RESIDENT(RequestStatus.HANDLING, RequestSubState.WAITING_RESIDENT),
    RETURN_ASKED(RequestStatus.HANDLING, RequestSubState.RETURN_ASKED),
    EXTENSION_ASKED(RequestStatus.HANDLING, RequestSubState.EXTENSION_ASKED),
    DOWN_OFFERED(RequestStatus.HANDLING, RequestSubState.DOWN_OFFERED),
    JOINT_MEETING(RequestStatus.HANDLING, RequestSubState.JOINT_MEETING),
    ANSWERED(RequestStatus.ANSWERED, null),
    EVALUATED(RequestStatus.EVALUATED, null),
    UNRATED(RequestStatus.UNRATED, null),
    MERGED(RequestStatus.MERGED, null),
    WITHDRAWN(RequestStatus.WITHDRAWN, null),
    REJECTED(RequestStatus.REJECTED, null);

    private final RequestStatus status;
    private final @Nullable RequestSubState subState;

    RequestStage(RequestStatus status, @Nullable RequestSubState subState) {
        this.status = status;
        this.subState = subState;
    }

    static RequestStage of(RequestStatus status, @Nullable RequestSubState subState) {
        return Arrays.stream(values())
                .filter(stage -> stage.status == status && Objects.equals(stage.subState, subState))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(status + "/" + subState));
    }

    RequestStatus status() {
        return status;
    }

    @Nullable
    RequestSubState subState() {
        return subState;
    }

    /** Of the sub-state, if there is one. */
    String words() {
        return subState == null ? status.words() : subState.words();
    }
}
