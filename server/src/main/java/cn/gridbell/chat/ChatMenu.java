package cn.gridbell.chat;

import cn.gridbell.wechat.AccountMenu;
import cn.gridbell.wechat.OfficialAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The account's menu as this house defines it ({@code menu.json}), beside what WeChat has. */
@Component
class ChatMenu {

    private final OfficialAccount account;
    private final AccountMenu defined;

    ChatMenu(OfficialAccount account, JsonMapper json) {
        this.account = account;
        this.defined = read(json);
    }

    private static AccountMenu read(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(ChatMenu.class.getResourceAsStream("menu.json"))) {
            return json.readValue(file, AccountMenu.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param published as WeChat has it; null if there is none
     * @param same      whether nothing is to be done
     */
    record Comparison(AccountMenu defined, @Nullable AccountMenu published, boolean same) {}

    Comparison compare() {
        AccountMenu published = account.menu().orElse(null);
        return new Comparison(defined, published, defined.equals(published));
    }

    /** Publishes what differs; nothing is called if nothing does. */
    Comparison publish() {
        Comparison before = compare();
        if (before.same()) {
            return before;
        }
        account.publish(defined);
        return compare();
    }
}
