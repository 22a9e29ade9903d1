package cn.gridbell.wechat;

import cn.gridbell.platform.ProductionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In production the other end must be the real WeChat, and the secrets must not be those of the sandbox or of an example. */
@Component
class RealWechatCheck implements ProductionCheck {

    private static final Set<String> MARKS = Set.of("sandbox", "example", "changeme", "secret", "test", "demo");

    private final WechatProperties properties;

    RealWechatCheck(WechatProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (!properties.apiHost().toString().equals(WechatProperties.REAL_HOST)) {
            objections.add("gridbell.wechat.api-host is not " + WechatProperties.REAL_HOST);
        }
        check("gridbell.wechat.official-account", properties.officialAccount(), objections);
        check("gridbell.wechat.mini-program", properties.miniProgram(), objections);
        return objections;
    }

    private static void check(String setting, WechatProperties.Account account, List<String> objections) {
        if (marked(account.appId())) {
            objections.add(setting + ".app-id is the sandbox's or an example");
        }
        if (marked(account.secret())) {
            objections.add(setting + ".secret is the sandbox's or an example");
        }
    }

    private static boolean marked(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean oneLetter = value.chars().distinct().count() <= 2;
        return oneLetter || MARKS.stream().anyMatch(lower::contains);
    }
}
