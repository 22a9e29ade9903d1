package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;

/**
 * That somebody is to be told something: all that is written in the transaction of the fact. Scene, subject, turn and person together
 * are unique.
 *
 * @param turn version of the subject after the change
 * @param at   when it happened
 */
record Slip(
        Scene scene,
        SubjectKind subjectKind,
        long subjectId,
        int turn,
        Recipient.Kind personKind,
        long personId,
        Instant at) {

    static Slip about(Scene scene, SubjectKind kind, long subjectId, int turn, Recipient person, Instant at) {
        return new Slip(scene, kind, subjectId, turn, person.kind(), person.id(), at);
    }

    boolean urgent() {
        return scene.urgent();
    }

    Instant expiresAt() {
        return at.plus(scene.life());
    }
}
