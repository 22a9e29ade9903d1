package cn.gridbell.staff;

import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import cn.gridbell.grid.StreetImportPart;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Takes {@code units.csv} ({@code code,name,kind}) and {@code unit_members.csv} ({@code unit_code,staff_number,lead}), after the staff. Each
 * file says all there is; a street that brings no such file changes nothing.
 */
@Component
class UnitImport implements StreetImportPart {

    private static final String UNITS = "units.csv";
    private static final String MEMBERS = "unit_members.csv";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}·（）() ]{2,60}");

    private final UnitMapper units;
    private final StaffRoster roster;

    UnitImport(UnitMapper units, StaffRoster roster) {
        this.units = units;
        this.roster = roster;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void load(StreetFiles files, ImportReport report) {
        files.table(UNITS).ifPresent(rows -> loadUnits(rows, report));
        files.table(MEMBERS).ifPresent(rows -> loadMembers(rows, report));
    }

    private void loadUnits(List<StreetFiles.Row> rows, ImportReport report) {
        Map<String, Long> known = new HashMap<>();
        units.known().forEach(unit -> known.put(unit.code(), unit.id()));
        Set<String> seen = new HashSet<>();
        for (StreetFiles.Row row : rows) {
            String code = cell(row, "code");
            String name = cell(row, "name");
            Optional<UnitKind> kind = kind(cell(row, "kind"));
            if (!CODE.matcher(code).matches() || !seen.add(code)) {
                report.bad(UNITS, row.line(), "code", "单位编码须为1到32个字母、数字或短横线，每个单位只写一行。");
            } else if (!NAME.matcher(name).matches()) {
                report.bad(UNITS, row.line(), "name", "单位名称须为2到60个字。");
            } else if (kind.isEmpty()) {
                report.bad(UNITS, row.line(), "kind", "单位类别须为 PROPERTY、ENFORCEMENT、POLICE、EMERGENCY 或 SECONDING。");
            } else {
                units.put(code, name, kind.get());
            }
        }
        known.forEach((code, id) -> {
            if (!seen.contains(code)) {
                units.leave(id);
            }
        });
        report.taken("units", seen.size());
    }

    private void loadMembers(List<StreetFiles.Row> rows, ImportReport report) {
        Map<String, Long> staff = roster.ids();
        Map<String, Long> known = new HashMap<>();
        units.active().forEach(unit -> known.put(unit.code(), unit.id()));
        Set<String> seen = new HashSet<>();
        units.clearMembers();
        for (StreetFiles.Row row : rows) {
            String number = cell(row, "staff_number");
            Long member = staff.get(number);
            Long unit = known.get(cell(row, "unit_code"));
            String lead = cell(row, "lead");
            if (unit == null) {
                report.bad(MEMBERS, row.line(), "unit_code", "没有这个单位编码，请与单位表核对。");
            } else if (member == null) {
                report.bad(MEMBERS, row.line(), "staff_number", "没有这个工号，请与人员表核对。");
            } else if (!seen.add(number)) {
                report.bad(MEMBERS, row.line(), "staff_number", "每位工作人员只能属于一个单位。");
            } else if (!lead.equals("true") && !lead.equals("false")) {
                report.bad(MEMBERS, row.line(), "lead", "是否负责人请写 true 或 false。");
            } else {
                units.addMember(member, unit, lead.equals("true"));
            }
        }
        report.taken("unitMembers", seen.size());
    }

    private static Optional<UnitKind> kind(String word) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }

    private static String cell(StreetFiles.Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }
}
