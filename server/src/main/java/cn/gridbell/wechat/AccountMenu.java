package cn.gridbell.wechat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The menu below the official account's chat (自定义菜单): at most three entries, each with at most five below it. */
public record AccountMenu(List<Entry> entries) {

    public AccountMenu {
        entries = List.copyOf(entries);
    }

    /**
     * One entry: sends a key, or opens a page of the mini-program, or shows what is below it.
     *
     * @param name     at most 4 Chinese characters at the top, 8 below
     * @param key      what a tap sends; null if it opens a page or others
     * @param page     of the mini-program, without leading slash
     * @param children empty unless it opens others
     */
    public record Entry(
            String name,
            @Nullable String key,
            @Nullable String page,
            @Nullable List<Entry> children) {

        public Entry {
            children = children == null ? List.of() : List.copyOf(children);
        }
    }
}
