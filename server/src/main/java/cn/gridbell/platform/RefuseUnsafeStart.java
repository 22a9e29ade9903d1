package cn.gridbell.platform;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Refuses to start in production with what must not be used there, and says which. Runs before the first call is taken. */
@Component
class RefuseUnsafeStart implements SmartInitializingSingleton {

    private final List<ProductionCheck> checks;
    private final boolean production;

    RefuseUnsafeStart(List<ProductionCheck> checks, @Value("${gridbell.production:true}") boolean production) {
        this.checks = checks;
        this.production = production;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!production) {
            return;
        }
        List<String> objections =
                checks.stream().flatMap(check -> check.objections().stream()).toList();
        if (!objections.isEmpty()) {
            throw new UnsafeForProduction(objections);
        }
    }
}
