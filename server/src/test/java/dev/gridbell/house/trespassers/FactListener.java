package dev.gridbell.house.trespassers;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Others depend on it, it depends on a controller, wants seven things and prints. */
@Component
class FactListener {

    private final OpenController controller;
    private final String seven;

    FactListener(OpenController controller, String b, String c, String d, String e, String f, String g) {
        this.controller = controller;
        this.seven = b + c + d + e + f + g;
    }

    @EventListener
    void on(String fact) {
        System.out.println(fact + seven + controller.anyone());
    }
}
