package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * The people of the demo street: sixty, of every role. Names are put together by chance; the telephone numbers 1990000xxxx stand for nobody.
 */
final class DemoStaff {

    static final String UNITS = """
            code,name,kind
            WY-01,和铃物业服务公司,PROPERTY
            CG-01,城管执法和铃中队,ENFORCEMENT
            GA-01,和铃派出所,POLICE
            """;

    static final String UNIT_MEMBERS = """
            unit_code,staff_number,lead
            WY-01,HL057,true
            WY-01,HL058,false
            WY-01,HL059,false
            CG-01,HL052,true
            CG-01,HL053,false
            GA-01,HL054,true
            GA-01,HL055,false
            """;

    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方任袁柳唐罗薛贺";
    private static final String GIVEN = "安晨和铃溪亭榕禾青远宁乐文清朗慧敏静书云岚松柏桐嘉言思齐明知行子涵若水";

    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder staff = new StringBuilder("number,name,phone,roles,photo_url,public_phone\n");
    private final StringBuilder duties = new StringBuilder("staff_number,grid_code\n");
    private int people;

    DemoStaff(Random random) {
        this.random = random;
        List<String> grids = new ArrayList<>();
        for (int community = 1; community <= 5; community++) {
            for (int grid = 1; grid <= 6; grid++) {
                grids.add(String.format(Locale.ROOT, "HL-%02d-%02d", community, grid));
            }
        }
        grids.forEach(grid -> person("GRID_MEMBER", true, List.of(grid)));
        // In each community one lead answers for four grids and one for two.
        for (int community = 0; community < 5; community++) {
            person("GRID_LEAD", true, grids.subList(community * 6, community * 6 + 4));
            person("GRID_LEAD", true, grids.subList(community * 6 + 4, community * 6 + 6));
        }
        for (int community = 1; community <= 5; community++) {
            person("COMMUNITY", true, List.of("HL-0" + community));
        }
        person("STREET|ADMIN", false, List.of("HL"));
        person("STREET", false, List.of("HL"));
        person("STREET", false, List.of("HL"));
        person("STREET", false, List.of("HL"));
        person("DISTRICT", false, List.of("HL"));
        person("DISTRICT", false, List.of("HL"));
        for (int community = 0; community < 5; community++) {
            person("SECONDED", false, grids.subList(community * 6, community * 6 + 2));
        }
        person("PROPERTY", false, grids.subList(0, 2));
        person("PROPERTY", false, grids.subList(6, 7));
        person("PROPERTY", false, grids.subList(12, 15));
        person("ADMIN", false, List.of("HL"));
    }

    String staff() {
        return staff.toString();
    }

    String duties() {
        return duties.toString();
    }

    private void person(String roles, boolean onPublicList, List<String> grids) {
        people++;
        String number = String.format(Locale.ROOT, "HL%03d", people);
        String phone = String.format(Locale.ROOT, "1990000%04d", people);
        String publicPhone = onPublicList ? String.format(Locale.ROOT, "1990001%04d", people) : "";
        staff.append(String.join(",", number, name(), phone, roles, "", publicPhone))
                .append('\n');
        grids.forEach(grid -> duties.append(number).append(',').append(grid).append('\n'));
    }

    private String name() {
        String name;
        do {
            name = one(FAMILY) + one(GIVEN) + (random.nextInt(4) == 0 ? "" : one(GIVEN));
        } while (!names.add(name));
        return name;
    }

    private String one(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}
