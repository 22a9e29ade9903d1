package cn.gridbell.message.wording;

import cn.gridbell.wechat.AccountTemplate;
import cn.gridbell.wechat.AccountTemplates;
import cn.gridbell.wechat.WechatApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares the catalogue with what the accounts really have, before residents find out. */
@Component
class TemplateInspection {

    private final TemplateCatalogue catalogue;
    private final AccountTemplates accounts;

    TemplateInspection(TemplateCatalogue catalogue, AccountTemplates accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /** Everything that differs, app by app, in the order of the catalogue. */
    List<TemplateDifference> differences() {
        List<TemplateDifference> differences = new ArrayList<>();
        for (WechatApp app : WechatApp.values()) {
            List<AccountTemplate> has = accounts.of(app);
            Map<String, AccountTemplate> byId = has.stream()
                    .collect(Collectors.toMap(AccountTemplate::id, Function.identity(), (one, other) -> one));
            for (AppTemplate wanted : catalogue.templatesOf(app)) {
                AccountTemplate found = byId.get(wanted.id());
                if (found == null) {
                    differences.add(missing(app, wanted, has));
                } else {
                    compare(app, wanted, found).forEach(differences::add);
                }
            }
        }
        return differences;
    }

    /**
     * Adds to the accounts what is missing there.
     *
     * @return the settings to make, setting to id, of what could be added
     */
    Map<String, String> create() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (TemplateDifference difference : differences()) {
            if (difference.kind() == TemplateDifference.Kind.MISSING) {
                catalogue.templatesOf(difference.app()).stream()
                        .filter(template -> template.key() == difference.key())
                        .forEach(template -> created(difference.app(), template)
                                .ifPresent(id -> settings.put(setting(difference.app(), template), id)));
            }
        }
        return settings;
    }

    private Optional<String> created(WechatApp app, AppTemplate template) {
        return accounts.create(app, template.library(), template.title(), template.words(), template.title());
    }

    private static TemplateDifference missing(WechatApp app, AppTemplate wanted, List<AccountTemplate> has) {
        String advice = has.stream()
                .filter(template -> template.title().equals(wanted.title()))
                .findFirst()
                .map(same -> "账号里有同名模板，请设置 " + setting(app, wanted) + "=" + same.id())
                .orElse("请在公众平台添加，或用 --templates=create 添加，再设置 " + setting(app, wanted));
        return new TemplateDifference(
                app,
                wanted.key(),
                TemplateDifference.Kind.MISSING,
                "“" + wanted.title() + "”账号里没有编号为 " + wanted.id() + " 的模板。" + advice);
    }

    private static List<TemplateDifference> compare(WechatApp app, AppTemplate wanted, AccountTemplate found) {
        List<TemplateDifference> differences = new ArrayList<>();
        Set<String> notFilled = new LinkedHashSet<>(found.fields().keySet());
        notFilled.removeAll(wanted.fields().keySet());
        Set<String> notThere = new LinkedHashSet<>(wanted.fields().keySet());
        notThere.removeAll(found.fields().keySet());
        if (!notFilled.isEmpty() || !notThere.isEmpty()) {
            differences.add(new TemplateDifference(
                    app,
                    wanted.key(),
                    TemplateDifference.Kind.FIELDS,
                    "“" + wanted.title() + "”的字段不一致：模板里没有 " + notThere + "，没有填写 " + notFilled + "。请设置 "
                            + setting(app, wanted) + "-fields"));
        }
        if (app == WechatApp.MINI_PROGRAM && found.longTerm() != wanted.longTerm()) {
            differences.add(new TemplateDifference(
                    app,
                    wanted.key(),
                    TemplateDifference.Kind.TERM,
                    "“" + wanted.title() + "”在账号里是" + (found.longTerm() ? "长期" : "一次性") + "订阅，请设置 " + prefix(wanted)
                            + "long-term=" + found.longTerm()));
        }
        return differences;
    }

    private static String setting(WechatApp app, AppTemplate template) {
        return prefix(template) + app.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String prefix(AppTemplate template) {
        return "gridbell.message.templates." + template.key() + ".";
    }
}
