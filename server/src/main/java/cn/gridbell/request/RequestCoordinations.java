package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.coordination.Coordination;
import cn.gridbell.request.coordination.Coordination.Party;
import cn.gridbell.request.coordination.CoordinationBook;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 联调: a level calls those who can solve it to one table. Whoever leads keeps it; who takes part sees the request while it is open. */
@Component
@Transactional
class RequestCoordinations {

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestLines lines;
    private final CoordinationBook book;
    private final IdempotencyKeys keys;
    private final Clock clock;

    RequestCoordinations(
            RequestParties parties,
            RequestTurns turns,
            RequestLines lines,
            CoordinationBook book,
            IdempotencyKeys keys,
            Clock clock) {
        this.keys = keys;
        this.parties = parties;
        this.turns = turns;
        this.lines = lines;
        this.book = book;
        this.clock = clock;
    }

    /** What is remembered of a call: the coordination, and nobody's name or words. */
    record Kept(long id) {}

    /** What a key stands for: the same words at another table are another call. */
    private record Deed(long id, Object command) {}

    CoordinationView open(Caller caller, @Nullable IdempotencyKey key, OpenCoordination command) {
        IdempotencyKeys.What what = new IdempotencyKeys.What("open-coordination", command);
        try {
            Kept kept = keys.once(caller, key, what, Kept.class, () -> new Kept(open(caller, command)));
            return view(find(kept.id()));
        } catch (RequestAlreadyMoved tooLate) {
            throw turns.withWho(tooLate, command.requestId());
        }
    }

    private long open(Caller caller, OpenCoordination command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), command.requestId(), RequestMove.OPEN_COORDINATION);
        List<Party> table = tableOf(command);
        request.make(RequestMove.OPEN_COORDINATION, now);
        String names = Stream.concat(
                        table.stream().map(this::name),
                        Stream.of("居民").filter(word -> Boolean.TRUE.equals(command.withResident())))
                .collect(Collectors.joining("、"));
        String purpose = command.purpose().strip();
        int turn = turns.store(
                request,
                EntryKind.COORDINATED,
                Actor.of(by.id()),
                TimelineWords.coordinated(TimelineWords.nameOf(by), request.colour(), purpose, names));
        boolean withResident = Boolean.TRUE.equals(command.withResident()) && request.reporter() != null;
        long id = book.open(
                new Coordination(
                        0,
                        request.requestId().value(),
                        request.colour().name(),
                        by.id().value(),
                        purpose,
                        withResident,
                        now,
                        null,
                        null),
                table);
        List<StaffId> called = table.stream()
                .flatMap(this::toldFor)
                .distinct()
                .filter(member -> !member.equals(by.id()))
                .toList();
        turns.tell(new CoordinationOpened(
                request.requestId(), called, withResident ? request.reporter() : null, turn, now));
        return id;
    }

    /** @throws RequestNotFound 404 if this member sees neither the request nor the table */
    CoordinationView show(Caller caller, long id) {
        Coordination coordination = find(id);
        parties.requireVisible(parties.member(caller).id(), new RequestId(coordination.requestId()));
        return view(coordination);
    }

    List<CoordinationView> of(Caller caller, RequestId request) {
        parties.requireVisible(parties.member(caller).id(), request);
        return book.of(request.value()).stream().map(this::view).toList();
    }

    CoordinationView note(Caller caller, @Nullable IdempotencyKey key, long id, CoordinationNote command) {
        return once(caller, key, "note-coordination", new Deed(id, command), () -> {
            StaffView by = keeper(caller, id);
            book.note(id, by.id().value(), command.words().strip(), clock.instant());
        });
    }

    CoordinationView addTask(Caller caller, @Nullable IdempotencyKey key, long id, CoordinationTask command) {
        return once(caller, key, "give-coordination-task", new Deed(id, command), () -> give(caller, id, command));
    }

    private void give(Caller caller, long id, CoordinationTask command) {
        Instant now = clock.instant();
        StaffView by = keeper(caller, id);
        Party who = new Party(
                command.memberId() == null ? null : command.memberId().value(),
                command.unitId() == null ? null : command.unitId().value());
        if (!book.partiesOf(id).contains(who)) {
            throw InvalidInput.of("memberId", "任务请交给参加联调的一位工作人员或一个单位。");
        }
        if (!command.dueAt().isAfter(now)) {
            throw InvalidInput.of("dueAt", "完成时间须在现在以后。");
        }
        long task = book.addTask(id, who, command.what().strip(), command.dueAt());
        List<StaffId> told =
                toldFor(who).filter(member -> !member.equals(by.id())).toList();
        turns.tell(new CoordinationTaskGiven(new RequestId(find(id).requestId()), told, task, now));
    }

    /** By whoever was to do it, or whoever keeps the table. */
    CoordinationView finishTask(Caller caller, @Nullable IdempotencyKey key, long id, long task) {
        return once(caller, key, "finish-coordination-task", new Deed(id, task), () -> finish(caller, id, task));
    }

    private void finish(Caller caller, long id, long task) {
        StaffView by = parties.member(caller);
        Coordination coordination = find(id);
        Request request = parties.requireVisible(by.id(), new RequestId(coordination.requestId()));
        Coordination.Task meant = book.tasksOf(id).stream()
                .filter(found -> found.id() == task)
                .findFirst()
                .orElseThrow(RequestNotFound::new);
        boolean theirs = Long.valueOf(by.id().value()).equals(meant.staffId())
                || meant.unitId() != null && parties.isOfUnit(by.id(), new UnitId(meant.unitId()));
        if (!theirs && !parties.is(RequestMove.KEEP_COORDINATION.party(), by.id(), request)) {
            throw new RequestNotYours();
        }
        book.finish(id, task, by.id().value(), clock.instant());
    }

    CoordinationView close(Caller caller, @Nullable IdempotencyKey key, long id, CloseCoordination command) {
        return once(caller, key, "close-coordination", new Deed(id, command), () -> close(caller, id, command));
    }

    private void close(Caller caller, long id, CloseCoordination command) {
        Instant now = clock.instant();
        StaffView by = keeper(caller, id);
        Request request = parties.require(by.id(), new RequestId(find(id).requestId()), RequestMove.KEEP_COORDINATION);
        String outcome = command.outcome().strip();
        book.close(id, outcome, now);
        request.make(RequestMove.KEEP_COORDINATION, now);
        turns.store(
                request,
                EntryKind.COORDINATED,
                Actor.of(by.id()),
                TimelineWords.coordinationClosed(TimelineWords.nameOf(by), outcome));
    }

    private CoordinationView once(
            Caller caller, @Nullable IdempotencyKey key, String operation, Deed deed, Runnable work) {
        IdempotencyKeys.What what = new IdempotencyKeys.What(operation, deed);
        Kept kept = keys.once(caller, key, what, Kept.class, () -> {
            work.run();
            return new Kept(deed.id());
        });
        return view(find(kept.id()));
    }

    private Stream<StaffId> toldFor(Party party) {
        @Nullable Long unit = party.unitId();
        @Nullable Long member = party.staffId();
        return unit != null
                ? parties.toldOf(new UnitId(unit)).stream()
                : Stream.ofNullable(member).map(StaffId::new);
    }

    private StaffView keeper(Caller caller, long id) {
        StaffView by = parties.member(caller);
        parties.require(by.id(), new RequestId(find(id).requestId()), RequestMove.KEEP_COORDINATION);
        return by;
    }

    private List<Party> tableOf(OpenCoordination command) {
        Stream<Party> members = command.memberIds() == null
                ? Stream.of()
                : command.memberIds().stream().map(member -> new Party(parties.requireMember(member), null));
        Stream<Party> units = command.unitIds() == null
                ? Stream.of()
                : command.unitIds().stream().map(unit -> new Party(null, parties.requireUnit(unit)));
        List<Party> table = Stream.concat(members, units).distinct().toList();
        if (table.isEmpty()) {
            throw InvalidInput.of("memberIds", "请至少选择一位工作人员或一个单位参加联调。");
        }
        return table;
    }

    private Coordination find(long id) {
        return book.find(id).orElseThrow(RequestNotFound::new);
    }

    private CoordinationView view(Coordination row) {
        return new CoordinationView(
                Long.toString(row.id()),
                new RequestId(row.requestId()),
                Colour.valueOf(row.colour()),
                row.purpose(),
                row.withResident(),
                book.partiesOf(row.id()).stream().map(this::seat).toList(),
                book.notesOf(row.id()).stream()
                        .map(note -> new CoordinationView.Minute(
                                lines.title(Assignee.of(new StaffId(note.staffId()))), note.words(), note.writtenAt()))
                        .toList(),
                book.tasksOf(row.id()).stream()
                        .map(task -> new CoordinationView.Task(
                                Long.toString(task.id()),
                                seat(new Party(task.staffId(), task.unitId())),
                                task.what(),
                                task.dueAt(),
                                task.doneAt()))
                        .toList(),
                row.openedAt(),
                row.outcome(),
                row.closedAt());
    }

    private CoordinationView.Seat seat(Party party) {
        return new CoordinationView.Seat(
                party.staffId() == null ? null : new StaffId(party.staffId()),
                party.unitId() == null ? null : new UnitId(party.unitId()),
                name(party));
    }

    private String name(Party party) {
        @Nullable Long unit = party.unitId();
        @Nullable Long member = party.staffId();
        return lines.title(
                new Assignee(member == null ? null : new StaffId(member), unit == null ? null : new UnitId(unit)));
    }
}
