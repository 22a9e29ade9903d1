package cn.gridbell.request;

import static cn.gridbell.request.RequestStage.ANSWERED;
import static cn.gridbell.request.RequestStage.ASSIGNED;
import static cn.gridbell.request.RequestStage.DOWN_OFFERED;
import static cn.gridbell.request.RequestStage.EVALUATED;
import static cn.gridbell.request.RequestStage.EXTENSION_ASKED;
import static cn.gridbell.request.RequestStage.HANDLING;
import static cn.gridbell.request.RequestStage.JOINT_MEETING;
import static cn.gridbell.request.RequestStage.MERGED;
import static cn.gridbell.request.RequestStage.REJECTED;
import static cn.gridbell.request.RequestStage.RETURN_ASKED;
import static cn.gridbell.request.RequestStage.SUBMITTED;
import static cn.gridbell.request.RequestStage.UNRATED;
import static cn.gridbell.request.RequestStage.WAITING_RESIDENT;
import static cn.gridbell.request.RequestStage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a request as one table: what may happen, to a request that stands where, by whom, and where it stands then. {@link Request} asks
 * it before each change, tests walk it. What is not in a line is refused with 409 and changes nothing.
 *
 * <p>No line restarts the clock: {@link #ESCALATE}, {@link #OVERDUE} and the like move the deadline by the rules of {@link RequestRouting},
 * {@link #GRANT_EXTENSION} once; nothing else touches it.
 */
enum RequestMove {
    // who, from where, to where (null: it stays)
    ACCEPT(Party.TAKER, from(ASSIGNED), HANDLING),
    ASSIGN(Party.LEAD, from(SUBMITTED, ASSIGNED, HANDLING, WAITING_RESIDENT), ASSIGNED),
    REJECT(Party.LEAD, from(SUBMITTED, ASSIGNED), REJECTED),
    MERGE(Party.LEAD, open(), MERGED),
    ANSWER(Party.HOLDER, from(HANDLING, WAITING_RESIDENT, EXTENSION_ASKED), ANSWERED),

    ASK_RESIDENT(Party.HOLDER, from(HANDLING), WAITING_RESIDENT),
    REPLY(Party.REPORTER, from(WAITING_RESIDENT), HANDLING),
    WAITING_LAPSED(Party.SYSTEM, from(WAITING_RESIDENT), HANDLING),

    ASK_EXTENSION(Party.HOLDER, from(HANDLING), EXTENSION_ASKED),
    GRANT_EXTENSION(Party.ABOVE, from(EXTENSION_ASKED), HANDLING),
    DENY_EXTENSION(Party.ABOVE, from(EXTENSION_ASKED), HANDLING),

    ASK_RETURN(Party.HOLDER, from(ASSIGNED, HANDLING), RETURN_ASKED),
    GRANT_RETURN(Party.ABOVE, from(RETURN_ASKED), ASSIGNED),
    DENY_RETURN(Party.ABOVE, from(RETURN_ASKED), HANDLING),
    /** The second return: {@link #ASK_RETURN} then leads here. */
    CALL_MEETING(Party.HOLDER, from(ASSIGNED, HANDLING), JOINT_MEETING),
    DECIDE_AT_MEETING(Party.STREET, from(JOINT_MEETING), ASSIGNED),

    ESCALATE(Party.HOLDER, from(SUBMITTED, ASSIGNED, HANDLING, WAITING_RESIDENT), ASSIGNED),
    OVERDUE(Party.SYSTEM, open(), ASSIGNED),
    OFFER_DOWN(Party.HOLDER, from(HANDLING), DOWN_OFFERED),
    CONSENT_DOWN(Party.BELOW, from(DOWN_OFFERED), ASSIGNED),
    DECLINE_DOWN(Party.BELOW, from(DOWN_OFFERED), HANDLING),

    OPEN_COORDINATION(Party.LEAD, open(), null),
    KEEP_COORDINATION(Party.LEAD, every(), null),
    DISTRICT_ANSWER(Party.STREET, open(), null),

    RATE(Party.REPORTER, from(ANSWERED), EVALUATED),
    NOT_SOLVED(Party.REPORTER, from(ANSWERED), ASSIGNED),
    CLOSE_UNRATED(Party.SYSTEM, from(ANSWERED), UNRATED),
    WITHDRAW(Party.REPORTER, open(), WITHDRAWN),
    /** What a supporter says: praise closes nothing, the reporter's word is waited for; a complaint reopens it as the reporter's does. */
    AGREE(Party.RESIDENT, from(ANSWERED, EVALUATED), null),
    CONTEST(Party.RESIDENT, from(ANSWERED, EVALUATED), ASSIGNED),
    SPLIT(Party.LEAD, from(MERGED), ASSIGNED),
    CHASE(Party.REPORTER, open(), null),
    SUPPORT(Party.RESIDENT, open(), null),
    COMMENT(Party.REPORTER, every(), null);

    private final Party party;
    private final Set<RequestStage> from;
    private final @Nullable RequestStage to;

    RequestMove(Party party, Set<RequestStage> from, @Nullable RequestStage to) {
        this.party = party;
        this.from = from;
        this.to = to;
    }

    Party party() {
        return party;
    }

    boolean isPossibleFrom(RequestStage stage) {
        return from.contains(stage);
    }

    /** Where it stands then; empty if it stays where it is. */
    RequestStage leadsFrom(RequestStage stage) {
        return to == null ? stage : to;
    }

    private static Set<RequestStage> from(RequestStage first, RequestStage... more) {
        return EnumSet.of(first, more);
    }

    private static Set<RequestStage> open() {
        return EnumSet.range(SUBMITTED, JOINT_MEETING);
    }

    private static Set<RequestStage> every() {
        return EnumSet.allOf(RequestStage.class);
    }
}
