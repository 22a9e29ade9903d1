package dev.gridbell.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * A message template that one of the apps "has".
 *
 * @param id the template id, 43 characters
 * @param kind the app it belongs to
 * @param title what stands above the card
 * @param type how often one consent lets it be sent; means nothing for a template message
 * @param fields what can be filled in, in the order of the card
 * @param bySubscription whether it is sent to who subscribed (订阅消息, 订阅通知), not to every follower (模板消息)
 */
record Template(String id, AppKind kind, String title, Type type, List<Field> fields, boolean bySubscription) {
    enum Type {
        /** 一次性订阅: one consent, one message. */
        ONE_TIME(2),
        /** 长期订阅: one consent, any number of messages. */
        LONG_TERM(3);

        /** WeChat's number for it in {@code newtmpl/gettemplate}. */
        final int number;

        Type(int number) {
            this.number = number;
        }
    }

    /**
     * One line of the card.
     *
     * @param key WeChat's name, its type and a number: {@code thing2}
     * @param label what stands in front of the value
     * @param example a value of the right form
     * @param options the allowed values of an {@code enum} field, else empty
     */
    record Field(String key, String label, String example, List<String> options) {}

    Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    Template withType(Type newType) {
        return new Template(id, kind, title, newType, fields, bySubscription);
    }

    /** The text with placeholders, as the template list APIs show it. */
    String content() {
        StringBuilder text = new StringBuilder();
        fields.forEach(field ->
                text.append(field.label()).append(":{{").append(field.key()).append(".DATA}}\n"));
        return text.toString();
    }

    String example() {
        StringBuilder text = new StringBuilder();
        fields.forEach(field ->
                text.append(field.label()).append(":").append(field.example()).append("\n"));
        return text.toString();
    }
}
