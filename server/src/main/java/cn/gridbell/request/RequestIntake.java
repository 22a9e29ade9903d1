package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestEnclosures.Begun;
import cn.gridbell.request.category.AnswerGiven;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How requests come in: the key, the request, its timeline, its pictures and its facts stand or fall together. */
@Component
@Transactional
class RequestIntake {

    private final IdempotencyKeys keys;
    private final CategoryChoice categories;
    private final RequestPlaces places;
    private final RequestOpening opening;
    private final RequestEnclosures enclosures;
    private final Clock clock;

    RequestIntake(
            IdempotencyKeys keys,
            CategoryChoice categories,
            RequestPlaces places,
            RequestOpening opening,
            RequestEnclosures enclosures,
            Clock clock) {
        this.keys = keys;
        this.categories = categories;
        this.places = places;
        this.opening = opening;
        this.enclosures = enclosures;
        this.clock = clock;
    }

    StoredReceipt submit(Caller caller, IdempotencyKey key, SubmitRequest command, String number) {
        return keys.once(caller, key, new IdempotencyKeys.What("submit-request", command), StoredReceipt.class, () -> {
            ResidentId resident = new ResidentId(caller.residentId());
            RequestCategory category = categories.of(command.category(), command.description());
            List<AnswerGiven> answers = categories.check(category, command.answers());
            Begun begun = enclosures.take(resident, command.draftId(), command.photoIds());
            GeoPoint place = command.location() == null ? begun.place() : wgs84(command.location());
            String address = command.address() == null
                    ? begun.address()
                    : command.address().strip();
            RequestDraft draft = new RequestDraft(
                    resident,
                    null,
                    Boolean.TRUE.equals(command.anonymous()),
                    RequestSource.SNAPSHOT,
                    category,
                    command.description().strip(),
                    place,
                    address,
                    places.ofResident(resident, place, address));
            StoredReceipt receipt = open(caller, number, draft, command.photoIds(), begun);
            categories.keep(receipt.id(), answers);
            return receipt;
        });
    }

    StoredReceipt report(Caller caller, @Nullable IdempotencyKey key, ReportRequest command, String number) {
        return keys.once(caller, key, new IdempotencyKeys.What("report-request", command), StoredReceipt.class, () -> {
            StaffId member = new StaffId(caller.requireStaffId());
            GeoPoint place = wgs84(command.location());
            RequestDraft draft = new RequestDraft(
                    null,
                    member,
                    false,
                    command.requestSource(),
                    categories.requireSelectable(command.category()),
                    command.description().strip(),
                    place,
                    strip(command.address()),
                    places.ofStaff(member, place, command.gridId()));
            return open(caller, number, draft, command.photoIds(), Begun.NOTHING);
        });
    }

    StoredReceipt reportNeed(ReportNeed need, String number) {
        return opening.open(
                number,
                new RequestDraft(
                        need.household(),
                        need.foundBy(),
                        false,
                        RequestSource.VISIT,
                        categories.requireSelectable(need.category()),
                        need.description().strip(),
                        null,
                        null,
                        need.grid()),
                clock.instant());
    }

    private StoredReceipt open(
            Caller caller, String number, RequestDraft draft, @Nullable List<PhotoId> photos, Begun begun) {
        StoredReceipt receipt = opening.open(number, draft, clock.instant());
        enclosures.attach(receipt.id(), caller, photos, begun);
        return receipt;
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static @Nullable GeoPoint wgs84(@Nullable Location location) {
        return location == null ? null : location.toWgs84();
    }
}
