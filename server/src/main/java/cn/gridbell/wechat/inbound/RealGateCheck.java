package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.ProductionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In production nobody else may know what callbacks are signed and sealed with: not the sandbox's values, not an example's. */
@Component
class RealGateCheck implements ProductionCheck {

    private static final Set<String> MARKS = Set.of("sandbox", "example", "changeme", "secret", "demo");

    private final GateProperties properties;

    RealGateCheck(GateProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        for (Door door : Door.values()) {
            String setting =
                    "gridbell.wechat." + door.name().toLowerCase(Locale.ROOT).replace('_', '-');
            GateProperties.Lock lock = properties.lock(door);
            if (guessable(lock.token())) {
                objections.add(setting + ".token 不能使用沙箱或示例的值 (is the sandbox's or an example)");
            }
            if (guessable(lock.aesKey())) {
                objections.add(setting + ".aes-key 不能使用沙箱或示例的值 (is the sandbox's or an example)");
            }
        }
        return objections;
    }

    private static boolean guessable(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return value.chars().distinct().count() <= 2 || MARKS.stream().anyMatch(lower::contains);
    }
}
