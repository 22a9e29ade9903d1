package cn.gridbell.request.coordination;

import cn.gridbell.request.coordination.Coordination.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps coordinations (联调): parties, minutes, tasks, outcome. Who may do what is decided by the room. */
@Component
@Transactional(propagation = Propagation.REQUIRED)
public class CoordinationBook {

    private final CoordinationMapper book;

    CoordinationBook(CoordinationMapper book) {
        this.book = book;
    }

    /** @throws CoordinationOpenAlready 409 */
    public long open(Coordination coordination, List<Party> parties) {
        try {
            book.insert(coordination);
        } catch (DuplicateKeyException open) {
            throw new CoordinationOpenAlready();
        }
        long id = book.lastId();
        if (!parties.isEmpty()) {
            book.insertParties(id, parties);
        }
        return id;
    }

    public Optional<Coordination> find(long id) {
        return Optional.ofNullable(book.find(id));
    }

    /** Oldest first. */
    public List<Coordination> of(long request) {
        return book.of(request);
    }

    public Optional<Coordination> openOf(long request) {
        return Optional.ofNullable(book.openOf(request));
    }

    public List<Party> partiesOf(long id) {
        return book.partiesOf(id);
    }

    public List<Coordination.Note> notesOf(long id) {
        return book.notesOf(id);
    }

    public List<Coordination.Task> tasksOf(long id) {
        return book.tasksOf(id);
    }

    /** Whether the member or their unit sits at the open table about a request. */
    public boolean takesPart(long request, long staff, @Nullable Long unit) {
        return book.takesPart(request, staff, unit == null ? 0 : unit);
    }

    /** @throws CoordinationClosed 409 */
    public void note(long id, long staff, String words, Instant at) {
        requireOpen(id);
        book.insertNote(id, staff, words, at);
    }

    /** @return number of the task @throws CoordinationClosed 409 */
    public long addTask(long id, Party who, String what, Instant due) {
        requireOpen(id);
        book.insertTask(id, who.staffId(), who.unitId(), what, due);
        return book.lastId();
    }

    /** @throws CoordinationClosed 409 if it, or the task, is closed */
    public void finish(long id, long task, long staff, Instant at) {
        requireOpen(id);
        if (book.finish(id, task, staff, at) == 0) {
            throw new CoordinationClosed();
        }
    }

    /** @throws CoordinationClosed 409 if somebody else was faster */
    public void close(long id, String outcome, Instant at) {
        if (book.close(id, outcome, at) == 0) {
            throw new CoordinationClosed();
        }
    }

    private void requireOpen(long id) {
        if (book.lockOpen(id) == null) {
            throw new CoordinationClosed();
        }
    }
}
