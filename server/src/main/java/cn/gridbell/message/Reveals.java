package cn.gridbell.message;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestNews;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.disclosure.Disclosures;
import cn.gridbell.resident.disclosure.Look;
import cn.gridbell.resident.disclosure.PlainPhone;
import cn.gridbell.resident.disclosure.RevealPurpose;
import cn.gridbell.visit.VisitNews;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a message concerns, for the staff who have to tell them by telephone. */
@Component
class Reveals {

    private static final Set<MessageStatus> UNTOLD =
            EnumSet.of(MessageStatus.COULD_NOT_TELL, MessageStatus.DEAD, MessageStatus.UNKNOWN);

    private final News news;
    private final Disclosures disclosures;

    Reveals(News news, Disclosures disclosures) {
        this.news = news;
        this.disclosures = disclosures;
    }

    /** Whether the caller may learn whom it concerns: a reporter can be hidden from who answers the matter. */
    boolean mayKnow(Caller caller, WorkRow row) {
        return row.personKind() == Recipient.Kind.STAFF
                || requestOf(row)
                        .filter(request -> request.secrecy().hidesFrom(caller.roles()))
                        .isEmpty();
    }

    PlainPhone phone(Caller caller, WorkRow row, RevealPurpose why) {
        if (row.personKind() != Recipient.Kind.RESIDENT || !UNTOLD.contains(row.status())) {
            throw new NobodyToCall();
        }
        if (!mayKnow(caller, row)) {
            throw new ResidentShielded();
        }
        return disclosures.phone(
                new Look(new ResidentId(row.personId()), caller.requireStaffId(), "未送达的通知：" + matterOf(row), why));
    }

    private String matterOf(WorkRow row) {
        return switch (row.subjectKind()) {
            case REQUEST -> "诉求 " + requestOf(row).map(RequestNews::number).orElse("");
            case VISIT ->
                "敲门走访 " + news.ofVisit(row.subjectId()).map(VisitNews::number).orElse("");
        };
    }

    private Optional<RequestNews> requestOf(WorkRow row) {
        return row.subjectKind() == SubjectKind.REQUEST ? news.ofRequest(row.subjectId()) : Optional.empty();
    }
}
