package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;

/**
 * That somebody is to be told something: all that is written in the transaction of the fact. Scene, subject, turn and person together
 * are unique.
 *
 * @param turn version of the subject after the change
 * @param at        when it happened
 * @param notBefore when it is to be said, not before {@code at}
 */
record Slip(
        Scene scene,
        SubjectKind subjectKind,
        long subjectId,
        int turn,
        Recipient.Kind personKind,
        long personId,
        Instant at,
        Instant notBefore) {

    static Slip about(Scene scene, SubjectKind kind, long subjectId, int turn, Recipient person, Instant at) {
        return new Slip(scene, kind, subjectId, turn, person.kind(), person.id(), at, at);
    }

    Slip plannedFor(Instant time) {
        return new Slip(scene, subjectKind, subjectId, turn, personKind, personId, at, time);
    }

    boolean urgent() {
        return scene.urgent();
    }

    Instant expiresAt() {
        return notBefore.plus(scene.life());
    }
}
