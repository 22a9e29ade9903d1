package dev.gridbell.firstrun;

import dev.gridbell.firstrun.story.Call;
import dev.gridbell.firstrun.story.StoryListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One playing of the story as the page reads it: everything that happened so far, in order. Safe for many threads. */
final class Play implements StoryListener {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private final String id;
    private final List<Map<String, Object>> phones = new ArrayList<>();
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private State state = State.RUNNING;

    Play(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    synchronized State state() {
        return state;
    }

    /** What came after the first {@code after} entries. */
    synchronized Map<String, Object> since(int after) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("state", state);
        answer.put("phones", List.copyOf(phones));
        int from = Math.max(0, Math.min(after, entries.size()));
        answer.put("entries", List.copyOf(entries.subList(from, entries.size())));
        answer.put("next", entries.size());
        return answer;
    }

    @Override
    public synchronized void phone(String owner, String sandboxId) {
        phones.add(Map.of("owner", owner, "person", sandboxId));
    }

    @Override
    public synchronized void chapter(String title) {
        entries.add(Map.of("kind", "chapter", "text", title));
    }

    @Override
    public synchronized void step(String actor, String what) {
        entries.add(Map.of("kind", "step", "actor", actor, "text", what));
    }

    @Override
    public synchronized void called(Call call) {
        entries.add(Map.of("kind", "call", "call", call));
    }

    @Override
    public synchronized void checked(String what) {
        entries.add(Map.of("kind", "check", "text", what));
    }

    synchronized void done() {
        entries.add(Map.of("kind", "done", "text", "故事演完，每一步都核对过。"));
        state = State.DONE;
    }

    synchronized void failed(String why) {
        entries.add(Map.of("kind", "failed", "text", why));
        state = State.FAILED;
    }
}
