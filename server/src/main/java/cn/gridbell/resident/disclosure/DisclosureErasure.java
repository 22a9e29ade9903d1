package cn.gridbell.resident.disclosure;

import cn.gridbell.resident.ResidentForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** That somebody looked stays, at whom does not. */
@Component
class DisclosureErasure {

    private final DisclosureMapper disclosures;

    DisclosureErasure(DisclosureMapper disclosures) {
        this.disclosures = disclosures;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        disclosures.cut(fact.resident().value());
    }
}
