package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.request.reporter.ReporterLine;
import cn.gridbell.request.reporter.ReporterSecrecy;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.resident.disclosure.Disclosures;
import cn.gridbell.resident.disclosure.Look;
import cn.gridbell.resident.disclosure.PlainPhone;
import cn.gridbell.resident.disclosure.RevealPurpose;
import cn.gridbell.staff.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reported a request, for staff who may see it. */
@Component
class RequestReporters {

    private final RequestParties parties;
    private final RequestCategories categories;
    private final Residents residents;
    private final Disclosures disclosures;

    RequestReporters(
            RequestParties parties, RequestCategories categories, Residents residents, Disclosures disclosures) {
        this.parties = parties;
        this.categories = categories;
        this.residents = residents;
        this.disclosures = disclosures;
    }

    /** @throws RequestNotFound 404 if this member neither holds it nor serves its grid */
    @Transactional(readOnly = true)
    public ReporterLine lineFor(Caller caller, RequestId id) {
        StaffId member = new StaffId(caller.requireStaffId());
        Request request = parties.requireVisible(member, id);
        ResidentId reporter = request.reporter();
        if (hidden(caller, member, request)) {
            return ReporterLine.HIDDEN;
        }
        if (reporter == null) {
            return ReporterLine.NOBODY;
        }
        String masked = residents.maskedPhoneOf(reporter).orElse(null);
        return new ReporterLine("居民", masked, masked != null);
    }

    /**
     * The phone of whoever reported it, in plain; written down first.
     *
     * @throws RequestNotFound 404
     * @throws ReporterHidden 403
     */
    @Transactional
    public PlainPhone reveal(Caller caller, RequestId id, RevealPurpose why) {
        StaffId member = new StaffId(caller.requireStaffId());
        Request request = parties.requireVisible(member, id);
        ResidentId reporter = request.reporter();
        if (reporter == null || hidden(caller, member, request)) {
            throw new ReporterHidden();
        }
        return disclosures.phone(new Look(reporter, caller.requireStaffId(), "诉求 " + request.number(), why));
    }

    /** From whom it is hidden who reported this; what was taken off the list since is taken for private. */
    static ReporterSecrecy secrecyOf(Request request, RequestCategories categories) {
        boolean privateMatter = categories
                .find(request.category())
                .map(RequestCategory::isPrivate)
                .orElse(true);
        return ReporterSecrecy.of(request.anonymous(), privateMatter);
    }

    private boolean hidden(Caller caller, StaffId member, Request request) {
        return !parties.answersFor(member, request)
                || secrecyOf(request, categories).hidesFrom(caller.roles());
    }
}
