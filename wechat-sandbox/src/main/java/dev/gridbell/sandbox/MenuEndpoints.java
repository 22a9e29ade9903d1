package dev.gridbell.sandbox;

/** 自定义菜单: create, get, delete. */
final class MenuEndpoints {
    private final Platform platform;

    MenuEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post("/cgi-bin/menu/create", Endpoint.Needs.OFFICIAL_ACCOUNT, this::create)
                .get("/cgi-bin/menu/get", Endpoint.Needs.OFFICIAL_ACCOUNT, call -> menu())
                .get("/cgi-bin/menu/delete", Endpoint.Needs.OFFICIAL_ACCOUNT, call -> delete());
    }

    private Object create(ApiCall call) {
        platform.menus.create(call.body());
        platform.ledger.add("menu", "what", "created");
        return ApiPlane.ok();
    }

    private Object menu() {
        return Json.object(
                "menu",
                Json.object(
                        "button",
                        platform.menus.current().orElseThrow(() -> new WechatRefusal(46003, "menu no exist")).stream()
                                .map(Menus.Button::describe)
                                .toList()));
    }

    private Object delete() {
        platform.menus.clear();
        platform.ledger.add("menu", "what", "deleted");
        return ApiPlane.ok();
    }
}
