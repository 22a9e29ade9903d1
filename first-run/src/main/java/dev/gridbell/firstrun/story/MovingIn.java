package dev.gridbell.firstrun.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Chapter 1: sign-in, phone, household; the grid is found by the place, and by the address where there is no place. */
final class MovingIn {

    private static final String PRIVACY_TEXT = "2026-11";

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** More than the least notice of a first run. */
    private static final Duration NOTICE = Duration.ofMinutes(20);

    private final Stage stage;
    private final RandomGenerator random;

    MovingIn(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
    }

    Cast play() {
        stage.chapter("一　打开小程序，找到自己的网格");
        StreetDirectory.Door door = stage.street().anyDoor(random);
        Person resident = Person.appear(stage, "居民李阿姨", anyPhone());
        StreetDirectory.Member serving = stage.street().memberOf(door.gridCode());
        Person member = Person.appear(stage, "网格员" + serving.name(), serving.phone());
        StreetDirectory.Member above = stage.street().communityOf(door.gridCode());
        Person community = Person.appear(stage, "社区" + above.name(), above.phone());
        Person neighbour = Person.appear(stage, "邻居张大爷", anyPhone());
        signIn(resident);
        household(resident, door);
        soonEnough(resident);
        addressOnly(neighbour, door);
        member.takeUpDuty();
        community.takeUpDuty();
        return new Cast(door, serving.name(), resident, neighbour, member, community);
    }

    private void signIn(Person resident) {
        resident.step("打开小程序，微信登录");
        Answer signedIn = resident.signIn();
        signedIn.text("resident", "id");
        stage.check(signedIn.at("staff").isNull() || signedIn.at("staff").isMissingNode(), "她是居民，不是工作人员");
        resident.step("同意隐私说明，点手机号按钮绑定手机");
        resident.post("/api/resident/privacy-consents", Map.of("version", PRIVACY_TEXT));
        String shown = resident.bindPhone().expect(200).text("phone");
        stage.check(shown.contains("*") && shown.endsWith(resident.phone().substring(7)), "手机号只显示首尾：" + shown);
    }

    private void household(Person resident, StreetDirectory.Door door) {
        resident.step("填写住址时，误选了别的城市的位置");
        Map<String, Object> faraway = new LinkedHashMap<>(address(door));
        faraway.put("location", Map.of("latitude", 31.2304, "longitude", 121.4737));
        Answer refused = resident.put("/api/resident/household", faraway).expect(422);
        stage.holds("没有保存，并告诉她怎么办：" + refused.text("detail"));

        resident.step("重新选择自家的位置：" + door.address() + door.building());
        Map<String, Object> home = new LinkedHashMap<>(address(door));
        home.put("location", door.location());
        Answer me = resident.put("/api/resident/household", home).expect(200);
        stage.check(me.text("grid", "name").equals(door.gridName()), "按位置找到网格：" + door.gridName());
        stage.holds("负责的网格员是 " + me.text("gridMember", "name"));
    }

    /** Late in the evening and on holidays nobody can be visited today: then the clocks go forward to the next opening. */
    private void soonEnough(Person resident) {
        Instant now = Instant.parse(stage.clock().expect(200).text("now"));
        Instant start = Instant.parse(resident.get("/api/resident/visit-openings")
                .expect(200)
                .items()
                .findFirst()
                .orElseThrow(() -> new StoryFailed("两周内没有可约的时间"))
                .path("start")
                .asString(""));
        if (start.atZone(BEIJING).toLocalDate().equals(now.atZone(BEIJING).toLocalDate())) {
            return;
        }
        Instant morning = start.minus(NOTICE);
        stage.moveClocks(Duration.between(now, morning));
        stage.holds("今天已没有可约的时间，本机和沙箱的钟都拨到了 " + Stage.said(morning.toString()));
        resident.signIn();
    }

    private void addressOnly(Person neighbour, StreetDirectory.Door door) {
        neighbour.step("不开定位，只填地址");
        neighbour.signIn();
        neighbour.bindPhone().expect(200);
        Map<String, Object> nextDoor = new LinkedHashMap<>(address(door));
        nextDoor.put("room", door.room() + "B");
        Answer me = neighbour.put("/api/resident/household", nextDoor).expect(200);
        stage.check(me.text("grid", "name").equals(door.gridName()), "按地址也找到同一个网格");
    }

    private static Map<String, Object> address(StreetDirectory.Door door) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("address", door.address());
        if (!door.building().isEmpty()) {
            address.put("building", door.building());
        }
        if (!door.unit().isEmpty()) {
            address.put("unit", door.unit());
        }
        address.put("room", door.room());
        return address;
    }

    private String anyPhone() {
        return "198" + (10_000_000 + random.nextInt(90_000_000));
    }
}
