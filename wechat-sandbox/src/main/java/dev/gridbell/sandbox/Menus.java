package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The menu below the official account's chat (自定义菜单): what may be created, and what a thumb finds there. */
final class Menus {
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_SUB_BUTTONS = 5;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_URL = 1_024;

    private @Nullable List<Button> buttons;
    private long menuId = 440_000_000L;

    /** Which error codes a button gives, by where it stands. */
    private enum Place {
        TOP(16, 40017, 40018, 40019, 40020),
        SUB(60, 40024, 40025, 40026, 40027);

        private final int longestName;
        private final int type;
        private final int name;
        private final int key;
        private final int url;

        Place(int longestName, int type, int name, int key, int url) {
            this.longestName = longestName;
            this.type = type;
            this.name = name;
            this.key = key;
            this.url = url;
        }
    }

    /**
     * One button.
     *
     * @param type click, view or miniprogram; empty for one that only opens others
     * @param name what stands on it
     * @param key of a click
     * @param url of a view, or where an old phone goes instead of the mini-program
     * @param appId of a miniprogram
     * @param page of a miniprogram
     * @param subButtons what it opens
     */
    record Button(
            String type, String name, String key, String url, String appId, String page, List<Button> subButtons) {
        Map<String, Object> describe() {
            Map<String, Object> answer = type.isEmpty() ? Json.object() : Json.object("type", type);
            answer.put("name", name);
            switch (type) {
                case "click" -> answer.put("key", key);
                case "view" -> answer.put("url", url);
                case "miniprogram" -> answer.putAll(Json.object("url", url, "appid", appId, "pagepath", page));
                default -> {}
            }
            answer.put("sub_button", subButtons.stream().map(Button::describe).toList());
            return answer;
        }
    }

    /** Replaces the menu, or says which button is wrong (40016 and on). */
    synchronized void create(JsonNode menu) {
        buttons = buttons(menu.path("button"), MOST_BUTTONS, 40016, Menus::top);
        menuId++;
    }

    synchronized void clear() {
        buttons = null;
    }

    synchronized Optional<List<Button>> current() {
        return Optional.ofNullable(buttons);
    }

    synchronized long menuId() {
        return menuId;
    }

    /** The button that a thumb finds by its key, or by what stands on it. */
    Optional<Button> find(String keyOrName) {
        List<Button> all = new ArrayList<>();
        current().orElse(List.of()).forEach(button -> {
            all.add(button);
            all.addAll(button.subButtons);
        });
        return all.stream()
                .filter(button -> !button.type.isEmpty())
                .filter(button -> button.key.equals(keyOrName) || button.name.equals(keyOrName))
                .findFirst();
    }

    private static Button top(JsonNode wish) {
        if (wish.path("sub_button").isEmpty()) {
            return button(wish, Place.TOP);
        }
        String name = name(wish, Place.TOP);
        List<Button> below = buttons(wish.path("sub_button"), MOST_SUB_BUTTONS, 40023, sub -> button(sub, Place.SUB));
        return new Button("", name, "", "", "", "", below);
    }

    private static List<Button> buttons(JsonNode wishes, int most, int tooMany, Function<JsonNode, Button> reader) {
        if (!wishes.isArray() || wishes.isEmpty() || wishes.size() > most) {
            throw new WechatRefusal(tooMany, tooMany == 40016 ? "invalid button size" : "invalid sub button size");
        }
        List<Button> found = new ArrayList<>();
        wishes.forEach(wish -> found.add(reader.apply(wish)));
        return List.copyOf(found);
    }

    private static Button button(JsonNode wish, Place place) {
        String type = Json.text(wish, "type");
        String name = name(wish, place);
        String key = Json.text(wish, "key");
        String url = Json.text(wish, "url");
        String appId = Json.text(wish, "appid");
        String page = Json.text(wish, "pagepath");
        switch (type) {
            case "click" -> require(within(key, LONGEST_KEY), place.key, "invalid button key size");
            case "view" -> require(isUrl(url), place.url, "invalid button url size");
            case "miniprogram" -> {
                require(isUrl(url), place.url, "invalid button url size");
                require(!appId.isEmpty(), 40013, "invalid appid");
                require(within(page, LONGEST_URL), place.url, "invalid button pagepath size");
            }
            default -> throw new WechatRefusal(place.type, "invalid button type");
        }
        return new Button(type, name, key, url, appId, page, List.of());
    }

    private static String name(JsonNode wish, Place place) {
        String name = Json.text(wish, "name");
        require(within(name, place.longestName), place.name, "invalid button name size");
        return name;
    }

    private static boolean isUrl(String url) {
        return url.matches("https?://.+") && within(url, LONGEST_URL);
    }

    private static boolean within(String text, int bytes) {
        return !text.isEmpty() && text.getBytes(UTF_8).length <= bytes;
    }

    private static void require(boolean good, int code, String text) {
        if (!good) {
            throw new WechatRefusal(code, text);
        }
    }
}
