package cn.gridbell.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the chat can do for a person: chosen by digit, by word or by a tap on the account's menu, whose keys are these names. */
enum ChatAction {
    PROGRESS("1", "最新进展", Set.of("进展", "进度", "查询进度", "我的诉求")),
    REPORT("2", "我要反映", Set.of("反映", "上报", "随手拍")),
    BOOK("3", "预约敲门", Set.of("预约", "预约上门")),
    MEMBER("4", "我的网格员", Set.of("网格员", "找网格员")),
    PERSON("5", "转人工", Set.of("人工", "人工服务", "找人工", "客服")),
    MENU("0", "菜单", Set.of("帮助", "?", "？"));

    private final String digit;
    private final String words;
    private final Set<String> others;

    ChatAction(String digit, String words, Set<String> others) {
        this.digit = digit;
        this.words = words;
        this.others = others;
    }

    String words() {
        return words;
    }

    /** The one that is asked for in so many words, and nothing else is said. */
    static Optional<ChatAction> of(String said) {
        String plain = KeywordAnswers.plain(said);
        return Arrays.stream(values())
                .filter(action ->
                        action.digit.equals(plain) || action.words.equals(plain) || action.others.contains(plain))
                .findFirst();
    }

    /** By the key of the account's menu. */
    static Optional<ChatAction> ofKey(String key) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(key.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The short menu in words. */
    static String menu() {
        return "回复数字即可：\n"
                + Arrays.stream(values())
                        .filter(action -> action != MENU)
                        .map(action -> action.digit + " " + action.words)
                        .collect(Collectors.joining("\n"));
    }
}
