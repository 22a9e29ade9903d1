package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Everybody who has a phone. */
final class People {
    private final SandboxClock clock;
    private final AtomicLong count = new AtomicLong();
    private final Map<Long, Person> inOrder = new ConcurrentSkipListMap<>();
    private final Map<String, Person> byId = new ConcurrentHashMap<>();
    private final Map<String, Person> byKey = new ConcurrentHashMap<>();
    private final Map<AppKind, Map<String, Person>> byOpenId = Map.of(
            AppKind.OFFICIAL_ACCOUNT, new ConcurrentHashMap<>(), AppKind.MINI_PROGRAM, new ConcurrentHashMap<>());

    People(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * A new person, or the one made with the same key before.
     *
     * @param key decides the openids, so that they are the same after a restart; empty for openids nobody had before
     */
    Person create(String nickname, String phone, String key) {
        return key.isEmpty()
                ? add(nickname, phone, Randoms.letters(24))
                : byKey.computeIfAbsent(key, same -> add(nickname, phone, "key|" + same));
    }

    Person require(String id) {
        Person person = byId.get(id);
        if (person == null) {
            throw ControlRefusal.missing("没有这个人，请先用 POST /sandbox/people 建一个");
        }
        return person;
    }

    /** The same, refused if the person has closed the account of that app. */
    Person require(String id, AppKind kind) {
        Person person = require(id);
        if (of(kind).get(person.openId(kind)) != person) {
            throw ControlRefusal.bad("这个人已经注销了账号，不能再操作，请换一个人");
        }
        return person;
    }

    /** The person behind an openid of that app, or error 40003. */
    Person requireOpenId(AppKind kind, String openId) {
        return find(kind, openId).orElseThrow(WechatRefusal::invalidOpenId);
    }

    Optional<Person> find(AppKind kind, String openId) {
        return Optional.ofNullable(of(kind).get(openId));
    }

    /** Makes a person's openid of that app unknown: 40003 from now on (账号注销). */
    void forget(Person person, AppKind kind) {
        of(kind).remove(person.openId(kind));
    }

    List<Person> all() {
        return List.copyOf(inOrder.values());
    }

    void clear() {
        inOrder.clear();
        byId.clear();
        byKey.clear();
        byOpenId.values().forEach(Map::clear);
    }

    private Person add(String nickname, String phone, String seed) {
        long number = count.incrementAndGet();
        Person person = new Person("p" + number, nickname, phone, seed, clock.instant());
        inOrder.put(number, person);
        byId.put(person.id(), person);
        byOpenId.forEach((kind, people) -> people.put(person.openId(kind), person));
        return person;
    }

    private Map<String, Person> of(AppKind kind) {
        return byOpenId.getOrDefault(kind, Map.of());
    }
}
