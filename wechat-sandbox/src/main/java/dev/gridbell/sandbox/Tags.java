package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an official account groups its followers (用户标签). */
final class Tags {
    private static final int FIRST_OWN = 100;
    private static final int MOST = 100;
    private static final int MOST_OF_ONE = 20;
    private static final int LONGEST_NAME = 30;

    private final Map<Integer, Tag> tags = new LinkedHashMap<>();
    private int next;

    Tags() {
        clear();
    }

    /**
     * One tag.
     *
     * @param members openids, in the order in which they were tagged
     */
    record Tag(int id, String name, Set<String> members) {
        private Map<String, Object> describe() {
            return Json.object("id", id, "name", name, "count", members.size());
        }
    }

    /** A new tag, or 45157, 45158, 45056. */
    synchronized Tag create(String name) {
        require(tags.size() <= MOST, 45056, "too many tag now, can not add new");
        Tag tag = new Tag(next, unused(name, 0), new LinkedHashSet<>());
        tags.put(next++, tag);
        return tag;
    }

    synchronized void rename(int id, String name) {
        Tag old = own(id);
        tags.put(id, new Tag(id, unused(name, id), old.members));
    }

    synchronized void delete(int id) {
        own(id);
        tags.remove(id);
    }

    synchronized void tag(int id, Collection<String> openIds) {
        Tag tag = require(id);
        for (String openId : openIds) {
            require(of(openId).size() < MOST_OF_ONE || tag.members.contains(openId), 45059, "one user too many tags");
        }
        tag.members.addAll(openIds);
    }

    synchronized void untag(int id, Collection<String> openIds) {
        openIds.forEach(require(id).members::remove);
    }

    /** The numbers of a follower's tags. */
    synchronized List<Integer> of(String openId) {
        return tags.values().stream()
                .filter(tag -> tag.members.contains(openId))
                .map(Tag::id)
                .toList();
    }

    synchronized List<String> members(int id) {
        return List.copyOf(require(id).members);
    }

    synchronized List<Map<String, Object>> describe() {
        return tags.values().stream().map(Tag::describe).toList();
    }

    /** Who unfollows has no tags any more. */
    synchronized void forget(String openId) {
        tags.values().forEach(tag -> tag.members.remove(openId));
    }

    synchronized void clear() {
        tags.clear();
        tags.put(2, new Tag(2, "星标组", new LinkedHashSet<>()));
        next = FIRST_OWN;
    }

    private Tag require(int id) {
        Tag tag = tags.get(id);
        if (tag == null) {
            throw new WechatRefusal(45159, "invalid tag");
        }
        return tag;
    }

    private Tag own(int id) {
        require(id >= FIRST_OWN, 45058, "can't modify sys tag");
        return require(id);
    }

    private String unused(String name, int self) {
        require(!name.isBlank() && name.getBytes(UTF_8).length <= LONGEST_NAME, 45158, "invalid tag name");
        require(
                tags.values().stream().noneMatch(tag -> tag.id != self && tag.name.equals(name)),
                45157,
                "invalid tag name");
        return name;
    }

    private static void require(boolean good, int code, String text) {
        if (!good) {
            throw new WechatRefusal(code, text);
        }
    }
}
