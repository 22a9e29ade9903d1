package cn.gridbell.request.routing;

import cn.gridbell.platform.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responsibility list of the street. */
@Component
public class Responsibilities {

    private final RoutingMapper items;

    Responsibilities(RoutingMapper items) {
        this.items = items;
    }

    /** @throws InvalidInput 400 if there is no such item, or no longer */
    @Transactional
    public Responsibility require(String code) {
        return Optional.ofNullable(items.responsibility(code))
                .filter(Responsibility::active)
                .orElseThrow(() -> InvalidInput.of("item", "职责清单里没有这一项，请从清单中选择退回依据。"));
    }

    @Transactional
    List<Responsibility> all() {
        return items.responsibilities();
    }

    @Transactional
    void put(Responsibility item) {
        items.putResponsibility(item);
    }
}
