package cn.gridbell.message.wording;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.message.templates.<scene>.official-account} and {@code .mini-program}: the ids of this street's own templates. What is not
 * given keeps the id of {@code templates.json}, which the sandbox knows.
 */
@ConfigurationProperties("gridbell.message")
record TemplateProperties(@DefaultValue Map<Scene, Ids> templates) {

    TemplateProperties {
        templates = Map.copyOf(templates);
    }

    /**
     * @param longTerm whether the mini-program's template is a long-term one (长期订阅): one accept, any number of sends
     */
    record Ids(
            @Nullable String officialAccount,
            @Nullable String miniProgram,
            @DefaultValue("false") boolean longTerm) {}
}
