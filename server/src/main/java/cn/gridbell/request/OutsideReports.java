package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.request.category.AnswerGiven;
import cn.gridbell.request.category.RequestCategory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How requests and words about them come in from other platforms. Nobody is told what happens, for nobody is known: the other platform asks.
 * What they write is public only after a person has looked at it, because WeChat judges words only together with their writer.
 */
@Service
public class OutsideReports {

    private final RequestNumbers numbers;
    private final CategoryChoice categories;
    private final RequestOpening opening;
    private final OutsideWords words;
    private final Grids grids;
    private final Clock clock;

    OutsideReports(
            RequestNumbers numbers,
            CategoryChoice categories,
            RequestOpening opening,
            OutsideWords words,
            Grids grids,
            Clock clock) {
        this.numbers = numbers;
        this.categories = categories;
        this.opening = opening;
        this.words = words;
        this.grids = grids;
        this.clock = clock;
    }

    /** A number for {@link #report}; to be taken before the transaction of the report begins: a new block of numbers needs a connection of its own. */
    public String takeNumber() {
        return numbers.next();
    }

    /**
     * Opens a request; part of the caller's transaction.
     *
     * @param pictures public only after a person has looked at them
     * @param number   from {@link #takeNumber}
     * @throws InvalidInput 400 for a category that cannot be chosen or is private, or if a question is not answered as it should be, if
     *     nothing says where it is
     * @throws cn.gridbell.request.category.RequestStopped 422 if an answer means an emergency
     * @throws RequestOutsideStreet 422
     */
    @Transactional
    public OutsideReceipt report(OutsideReport report, OutsidePictures pictures, String number) {
        RequestCategory category = categories.requireSelectable(report.category());
        if (category.isPrivate()) {
            throw InvalidInput.of("category", "涉及住户和个人的事项不能由其他平台代为提交，请在微信小程序中提交。");
        }
        List<AnswerGiven> answers = categories.check(category, report.answers());
        RequestDraft draft = new RequestDraft(
                null,
                null,
                true,
                RequestSource.OPEN311,
                category,
                report.description(),
                report.place(),
                report.address(),
                gridOf(report));
        Instant now = clock.instant();
        StoredReceipt receipt = opening.open(number, draft, now);
        categories.keep(receipt.id(), answers);
        words.describe(receipt.id(), now);
        words.enclose(receipt.id(), pictures);
        report.remarks().forEach(remark -> words.remark(receipt.id(), remark, now));
        return new OutsideReceipt(receipt.id(), number, receipt.dueAt());
    }

    /**
     * Adds what another platform says later; it changes no state. Part of the caller's transaction.
     *
     * @param said    at most 2,500 characters
     * @param remarks for staff alone
     * @throws RequestTooTalkative 409
     */
    @Transactional
    public void hear(RequestId request, String said, List<String> remarks) {
        Instant now = clock.instant();
        words.hear(request, said, now);
        remarks.forEach(remark -> words.remark(request, remark, now));
    }

    private GridId gridOf(OutsideReport report) {
        if (report.place() != null) {
            return grids.gridAt(report.place()).map(GridView::id).orElseThrow(RequestOutsideStreet::new);
        }
        if (report.address() != null) {
            return grids.gridOfAddress(report.address(), null)
                    .map(GridView::id)
                    .orElseThrow(() -> InvalidInput.of("address", "没有在本街道找到这个地址，请改用坐标（lat、long）。"));
        }
        if (report.gridCode() != null) {
            return grids.findByCode(report.gridCode())
                    .flatMap(found -> grids.atLevel(found.id(), GridLevel.GRID))
                    .map(GridView::id)
                    .orElseThrow(() -> InvalidInput.of("gridCode", "没有这个网格编号，请改用坐标（lat、long）。"));
        }
        throw InvalidInput.of("place", "请提供位置：lat 和 long，或 address_string，或 address_id。");
    }
}
