package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import cn.gridbell.staff.StaffId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who answers for a matter hears that its resident could not be told, in the transaction in which that became certain. */
@Component
class UndeliverableNotices {

    private final MessageMapper messages;
    private final News news;
    private final Slips slips;

    UndeliverableNotices(MessageMapper messages, News news, Slips slips) {
        this.messages = messages;
        this.news = news;
        this.slips = slips;
    }

    @EventListener
    void on(MessageUndeliverable fact) {
        WorkRow untold = messages.find(fact.message().value());
        if (untold == null || untold.personKind() != Recipient.Kind.RESIDENT) {
            return;
        }
        responsibleFor(untold)
                .ifPresent(member -> slips.write(Slip.about(
                        Scene.PERSON_NOT_TOLD,
                        untold.subjectKind(),
                        untold.subjectId(),
                        untold.turn(),
                        Recipient.of(member),
                        fact.at())));
    }

    private Optional<StaffId> responsibleFor(WorkRow untold) {
        return switch (untold.subjectKind()) {
            case REQUEST -> news.ofRequest(untold.subjectId()).map(request -> request.holder());
            case VISIT -> news.ofVisit(untold.subjectId()).map(visit -> visit.member());
        };
    }
}
