package cn.gridbell.resident;

import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import cn.gridbell.grid.StreetImportPart;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes {@code households.csv} ({@code address,building,unit,room,grid_code}): the doors a street knows. */
@Component
class HouseholdImport implements StreetImportPart {

    private static final String FILE = "households.csv";

    private final Households households;
    private final Grids grids;
    private final Validator validator;

    HouseholdImport(Households households, Grids grids, Validator validator) {
        this.households = households;
        this.grids = grids;
        this.validator = validator;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load(StreetFiles files, ImportReport report) {
        Map<String, Integer> lines = new HashMap<>();
        List<HouseholdRow> good = new ArrayList<>();
        for (StreetFiles.Row row : files.table(FILE).orElse(List.of())) {
            Optional<HouseholdRow> household = parse(row, report);
            if (household.isEmpty()) {
                continue;
            }
            String door = HexFormat.of().formatHex(household.get().addressKey());
            Integer before = lines.putIfAbsent(door, row.line());
            if (before == null) {
                good.add(household.get());
            } else {
                report.bad(FILE, row.line(), "", "与第" + before + "行是同一户，请删去其中一行。");
            }
        }
        households.keepAll(good);
        report.taken("households", good.size());
    }

    private Optional<HouseholdRow> parse(StreetFiles.Row row, ImportReport report) {
        GiveHousehold given = new GiveHousehold(
                row.cells().getOrDefault("address", ""),
                cell(row, "building"),
                cell(row, "unit"),
                cell(row, "room"),
                null);
        var violations = validator.validate(given);
        violations.forEach(violation ->
                report.bad(FILE, row.line(), violation.getPropertyPath().toString(), violation.getMessage()));
        Optional<GridView> grid = grids.findByCode(row.cells().getOrDefault("grid_code", ""))
                .filter(found -> found.level() == GridLevel.GRID);
        if (grid.isEmpty()) {
            report.bad(FILE, row.line(), "grid_code", "没有这个三级网格的编码，请与网格表核对。");
        }
        return violations.isEmpty() ? grid.map(found -> households.seal(Door.of(given), found.id())) : Optional.empty();
    }

    private static @Nullable String cell(StreetFiles.Row row, String column) {
        String text = row.cells().getOrDefault(column, "");
        return text.isEmpty() ? null : text;
    }
}
