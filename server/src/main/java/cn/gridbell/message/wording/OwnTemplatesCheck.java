package cn.gridbell.message.wording;

import cn.gridbell.platform.ProductionCheck;
import cn.gridbell.wechat.WechatApp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** In production each template must be the street's own: a send in the sandbox's would be refused (40037) for every resident. */
@Component
class OwnTemplatesCheck implements ProductionCheck {

    private final TemplateCatalogue catalogue;

    OwnTemplatesCheck(TemplateCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> objections() {
        List<String> missing = Arrays.stream(Scene.values())
                .flatMap(scene -> Arrays.stream(WechatApp.values())
                        .map(app -> catalogue.templateId(scene, app))
                        .filter(id -> id.endsWith("00000000"))
                        .map(id -> id.replaceAll("-?0+$", "")
                                .replaceAll("^(OA|MP)-", "")
                                .replace('-', '_')))
                .distinct()
                .sorted()
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of("gridbell.message.templates: 以下模板仍是沙箱的编号 (ids are the sandbox's): "
                        + String.join(", ", missing).toUpperCase(Locale.ROOT));
    }
}
