package cn.gridbell.message.wording;

import java.time.Duration;

/** Why a message is written. The texts stand in {@code templates.json}. */
public enum Scene {
    /** To the resident: number, who answers for it, by when. */
    REQUEST_RECEIVED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the staff member who holds it now. */
    REQUEST_ASSIGNED(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3)),
    REQUEST_ACCEPTED(Weight.MINOR, Topic.PROGRESS, Duration.ofDays(3)),
    REQUEST_ESCALATED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the resident: the answer, and that it can be rated. */
    REQUEST_ANSWERED(Weight.IMPORTANT, Topic.ANSWERS, Duration.ofDays(7)),
    /** To the resident who has not rated the answer after three days. */
    RATING_INVITED(Weight.MINOR, Topic.ANSWERS, Duration.ofDays(3)),
    /** To the staff member who held it: the resident took it back. */
    REQUEST_WITHDRAWN(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3)),
    REQUEST_REOPENED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the resident: somebody else answers for it now. */
    REQUEST_HANDED_ON(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the resident: whoever handles it has a question. */
    REQUEST_QUESTIONED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(7)),
    /** To the resident: it takes longer, until when. */
    REQUEST_EXTENDED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the resident: it was turned away, and where to go. */
    REQUEST_REJECTED(Weight.IMPORTANT, Topic.ANSWERS, Duration.ofDays(7)),
    /** To the resident: the district, to which it was reported, has said something. */
    REQUEST_REPORTED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To everybody a merged request concerns: it goes on as another, whose news they get from now. */
    REQUEST_MERGED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(3)),
    /** To the staff member who holds it and to the grid lead: residents ask for more speed. */
    REQUEST_CHASED(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(2)),
    /** To the staff member who is called to a table (联调). */
    COORDINATION_CALLED(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(2)),
    /** To the reporter who is called to a table. */
    COORDINATION_JOINED(Weight.IMPORTANT, Topic.PROGRESS, Duration.ofDays(2)),
    /** To the staff member at a table who was given a task. */
    COORDINATION_TASK(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(2)),
    /** To the staff member who has to say what an unclear request is about and who takes it. */
    REQUEST_TO_SCREEN(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3)),
    /** To the resident, four weeks after it was solved: did it stay so? */
    REQUEST_FOLLOW_UP(Weight.MINOR, Topic.ANSWERS, Duration.ofDays(7)),
    /** To the staff member who is asked to confirm. */
    VISIT_REQUESTED(Weight.URGENT, Topic.WORK, Duration.ofDays(3)),
    VISIT_CONFIRMED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(7)),
    /** To the resident: the visit is at another time than before, and that time stands. */
    VISIT_MOVED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(7)),
    /** To the staff member who goes from now on, or at another time than the one they were asked for. */
    VISIT_TASK(Weight.URGENT, Topic.WORK, Duration.ofDays(7)),
    /** To the staff member who would have gone: somebody else goes. */
    VISIT_TASK_GONE(Weight.URGENT, Topic.WORK, Duration.ofDays(3)),
    /** To the resident: somebody else comes. */
    VISIT_REASSIGNED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(7)),
    VISIT_PROPOSED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    VISIT_DECLINED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    /** To the resident, if the staff called it off. */
    VISIT_CANCELLED(Weight.URGENT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    /** To the staff member, if the resident called it off. */
    VISIT_CALLED_OFF(Weight.URGENT, Topic.WORK, Duration.ofDays(3)),
    /** To whoever is asked to answer a booking and has been silent for half the term. */
    VISIT_ANSWER_DUE(Weight.URGENT, Topic.WORK, Duration.ofHours(12)),
    /** To whoever above is asked, because the one below did not answer. */
    VISIT_ANSWER_WANTED(Weight.URGENT, Topic.WORK, Duration.ofDays(1)),
    /** To the resident: nobody answered in time, somebody above is asked. */
    VISIT_PASSED_UP(Weight.IMPORTANT, Topic.ARRANGEMENTS, Duration.ofDays(1)),
    /** To the resident: staff plan to come. */
    VISIT_PLANNED(Weight.IMPORTANT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    /** To the resident: nobody came. */
    VISIT_MISSED(Weight.IMPORTANT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    /** To the lead: nobody is free for a visit. */
    VISIT_UNPLACED(Weight.URGENT, Topic.WORK, Duration.ofDays(3)),
    VISIT_EXPIRED(Weight.IMPORTANT, Topic.ARRANGEMENTS, Duration.ofDays(3)),
    /** To the resident, the evening before. */
    VISIT_REMINDER(Weight.MINOR, Topic.REMINDERS, Duration.ofHours(5)),
    /** To the resident, two hours before. */
    VISIT_SOON(Weight.MINOR, Topic.REMINDERS, Duration.ofHours(2)),
    /** To the staff member who goes, the evening before. */
    VISIT_TASK_REMINDER(Weight.MINOR, Topic.WORK, Duration.ofHours(5)),
    /** To the staff member who goes, two hours before. */
    VISIT_TASK_SOON(Weight.MINOR, Topic.WORK, Duration.ofHours(2)),
    /** To the resident: the member has set out. */
    MEMBER_ON_THE_WAY(Weight.URGENT, Topic.REMINDERS, Duration.ofHours(2)),
    VISIT_OUTCOME(Weight.IMPORTANT, Topic.ARRANGEMENTS, Duration.ofDays(7)),
    /** To the lead: a resident was not content with a visit and is to be called back. */
    VISIT_CALL_BACK(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3)),
    /** To the community: nobody called back in time. */
    VISIT_CALL_BACK_OVERDUE(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3)),
    /** To the staff member who answers for a matter whose resident could not be told of it. */
    PERSON_NOT_TOLD(Weight.IMPORTANT, Topic.WORK, Duration.ofDays(3));

    private final Weight weight;
    private final Topic topic;
    private final Duration life;

    Scene(Weight weight, Topic topic, Duration life) {
        this.weight = weight;
        this.topic = topic;
        this.life = life;
    }

    public Weight weight() {
        return weight;
    }

    public Topic topic() {
        return topic;
    }

    /** Whether it goes before others. */
    public boolean urgent() {
        return weight == Weight.URGENT;
    }

    /** How long after its time it is still worth sending; what is written may end it sooner. */
    public Duration life() {
        return life;
    }
}
