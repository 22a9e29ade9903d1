package cn.gridbell.staff;

import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import cn.gridbell.grid.StreetImportPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes {@code staff.csv} ({@code number,name,phone,roles,photo_url,public_phone}) and {@code duties.csv} ({@code staff_number,grid_code}).
 * Each file says all there is: who is not in it has left, a duty that is not in it is over. A street that brings no such file changes nothing.
 */
@Component
class StaffImport implements StreetImportPart {

    private static final String STAFF = "staff.csv";
    private static final String DUTIES = "duties.csv";

    private final StaffRoster roster;
    private final Grids grids;

    StaffImport(StaffRoster roster, Grids grids) {
        this.roster = roster;
        this.grids = grids;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load(StreetFiles files, ImportReport report) {
        Set<String> mentioned = new HashSet<>();
        files.table(STAFF).ifPresent(rows -> loadStaff(rows, mentioned, report));
        files.table(DUTIES).ifPresent(rows -> loadDuties(rows, mentioned, report));
    }

    private void loadStaff(List<StreetFiles.Row> rows, Set<String> mentioned, ImportReport report) {
        Map<String, StaffEntry> good = new LinkedHashMap<>();
        Map<String, Integer> phones = new HashMap<>();
        for (StreetFiles.Row row : rows) {
            String number = row.cells().getOrDefault("number", "");
            if (!mentioned.add(number)) {
                report.bad(STAFF, row.line(), "number", "工号与前面的行重复，每位工作人员只写一行。");
                continue;
            }
            Optional<StaffEntry> entry =
                    StaffEntry.parse(row, (column, reason) -> report.bad(STAFF, row.line(), column, reason));
            if (entry.isEmpty()) {
                continue;
            }
            Integer before = phones.putIfAbsent(entry.get().phone().digits(), row.line());
            if (before == null) {
                good.put(number, entry.get());
            } else {
                report.bad(STAFF, row.line(), "phone", "手机号与第" + before + "行相同，每位工作人员须用自己的手机号。");
            }
        }
        roster.take(good);
        report.taken("staff", good.size());
    }

    private void loadDuties(List<StreetFiles.Row> rows, Set<String> mentioned, ImportReport report) {
        Map<String, Long> ids = roster.ids();
        Set<StaffRoster.Duty> good = new HashSet<>();
        for (StreetFiles.Row row : rows) {
            String number = row.cells().getOrDefault("staff_number", "");
            Long staff = ids.get(number);
            if (staff == null && !mentioned.contains(number)) {
                report.bad(DUTIES, row.line(), "staff_number", "没有这个工号，请与人员表核对。");
            }
            Optional<GridView> grid = grids.findByCode(row.cells().getOrDefault("grid_code", ""));
            if (grid.isEmpty()) {
                report.bad(DUTIES, row.line(), "grid_code", "没有这个网格编码，请与网格表核对。");
            }
            if (staff != null
                    && grid.isPresent()
                    && !good.add(new StaffRoster.Duty(staff, grid.get().id().value()))) {
                report.bad(DUTIES, row.line(), "", "这条任职与前面的行重复，请删去其中一行。");
            }
        }
        roster.assign(good);
        report.taken("duties", good.size());
    }
}
