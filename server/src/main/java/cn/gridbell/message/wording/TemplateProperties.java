package cn.gridbell.message.wording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.message.templates.<KEY>}: this street's own templates. What is not given is as in {@code templates.json}, whose ids the
 * sandbox knows.
 */
@ConfigurationProperties("gridbell.message")
record TemplateProperties(@DefaultValue Map<Scene, Own> templates) {

    TemplateProperties {
        templates = Map.copyOf(templates);
    }

    /**
     * @param officialAccount        id of the official account's template
     * @param miniProgram            id of the mini-program's template
     * @param longTerm               whether the mini-program's template is a long-term one (长期订阅): one accept, any number of sends
     * @param officialAccountFields  field keys of the official account's template if they differ: {@code thing4: WHAT}; order is kept
     * @param miniProgramFields      the same for the mini-program's template
     * @param officialAccountLibrary number of the template in the library (模板库编号), to create it from
     * @param miniProgramLibrary     the same for the mini-program ({@code tid}); empty to look for the title
     */
    record Own(
            @Nullable String officialAccount,
            @Nullable String miniProgram,
            @DefaultValue("false") boolean longTerm,
            @DefaultValue Map<String, Slot> officialAccountFields,
            @DefaultValue Map<String, Slot> miniProgramFields,
            @DefaultValue("") String officialAccountLibrary,
            @DefaultValue("") String miniProgramLibrary) {

        Own {
            officialAccountFields = new LinkedHashMap<>(officialAccountFields);
            miniProgramFields = new LinkedHashMap<>(miniProgramFields);
        }

        static Own ids(@Nullable String officialAccount, @Nullable String miniProgram, boolean longTerm) {
            return new Own(officialAccount, miniProgram, longTerm, Map.of(), Map.of(), "", "");
        }
    }
}
