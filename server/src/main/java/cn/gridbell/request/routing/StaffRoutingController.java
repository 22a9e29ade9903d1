package cn.gridbell.request.routing;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.staff.UnitId;
import cn.gridbell.staff.UnitView;
import cn.gridbell.staff.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routing table and the responsibility list, kept by the street. */
@RestController
@RequestMapping("/api/staff")
class StaffRoutingController {

    private final RoutingMapper routes;
    private final Responsibilities responsibilities;
    private final Grids grids;
    private final Units units;
    private final RequestCategories categories;

    StaffRoutingController(
            RoutingMapper routes,
            Responsibilities responsibilities,
            Grids grids,
            Units units,
            RequestCategories categories) {
        this.categories = categories;
        this.routes = routes;
        this.responsibilities = responsibilities;
        this.grids = grids;
        this.units = units;
    }

    /**
     * A line of the table.
     *
     * @param gridId null: wherever no narrower line fits
     * @param category null: every category
     */
    record RouteLine(
            String id,
            @Nullable GridId gridId,
            @Nullable String category,
            RouteTarget.Kind target,
            @Nullable UnitId unitId) {}

    /** All lines. */
    record RouteLines(List<RouteLine> items) {}

    /**
     * Body of {@code PUT /api/staff/request-routes}: one line; the same territory and category again replaces it.
     *
     * @param gridId null: everywhere
     */
    record PutRoute(
            @Nullable GridId gridId,

            @Nullable @Pattern(regexp = "[A-Z_]{1,40}", message = "没有这个诉求类别，请从列表中选择。")
            String category,

            @NotNull(message = "请选择由谁负责。") RouteTarget.Kind target,
            @Nullable UnitId unitId) {}

    /** All units that take requests. */
    record UnitLines(List<UnitView> items) {}

    /** The list. */
    record ResponsibilityLines(List<Responsibility> items) {}

    /** Body of {@code PUT /api/staff/responsibilities/{code}}. */
    record PutResponsibility(
            @NotNull(message = "请填写名称。") @PlainText(min = 2, max = 60)
            String name,

            @NotNull(message = "请填写由谁负责。") @PlainText(min = 2, max = 200)
            String rests,

            @NotNull(message = "请说明是否有效。") Boolean active) {}

    @GetMapping("/request-routes")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    @Transactional
    public RouteLines routes() {
        return new RouteLines(routes.all().stream()
                .map(row -> new RouteLine(
                        Long.toString(row.id()),
                        row.gridId() == RoutingTable.EVERYWHERE ? null : new GridId(row.gridId()),
                        row.category().isEmpty() ? null : row.category(),
                        row.target(),
                        row.unitId() == null ? null : new UnitId(row.unitId())))
                .toList());
    }

    @PutMapping("/request-routes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(value = Audience.STAFF, roles = Role.ADMIN)
    @Transactional
    public void putRoute(@Valid @RequestBody PutRoute line) {
        UnitId unit = line.unitId();
        boolean known =
                unit != null && units.find(unit).filter(UnitView::active).isPresent();
        if (line.target() == RouteTarget.Kind.UNIT ? !known : unit != null) {
            throw InvalidInput.of("unitId", "交给单位时须选择一个现有单位，交给网格员或社区时不填单位。");
        }
        String category = line.category();
        if (category != null && categories.find(category).isEmpty()) {
            throw InvalidInput.of("category", "没有这个诉求类别，请从列表中选择。");
        }
        if (category == null && line.gridId() == null) {
            throw InvalidInput.of("gridId", "请选择网格，或者选择类别。");
        }
        long grid = line.gridId() == null
                ? RoutingTable.EVERYWHERE
                : grids.require(line.gridId()).id().value();
        routes.put(grid, category == null ? "" : category, line.target(), unit == null ? null : unit.value());
    }

    @DeleteMapping("/request-routes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(value = Audience.STAFF, roles = Role.ADMIN)
    @Transactional
    public void deleteRoute(@PathVariable long id) {
        routes.delete(id);
    }

    @GetMapping("/units")
    @CallableBy(Audience.STAFF)
    UnitLines units() {
        return new UnitLines(units.active());
    }

    @GetMapping("/responsibilities")
    @CallableBy(Audience.STAFF)
    ResponsibilityLines responsibilities() {
        return new ResponsibilityLines(responsibilities.all());
    }

    @PutMapping("/responsibilities/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(value = Audience.STAFF, roles = Role.ADMIN)
    void putResponsibility(
            @PathVariable @Pattern(regexp = "[A-Z0-9-]{2,20}", message = "编号须为2到20个大写字母、数字或短横线。") String code,
            @Valid @RequestBody PutResponsibility item) {
        responsibilities.put(
                new Responsibility(code, item.name().strip(), item.rests().strip(), item.active()));
    }
}
