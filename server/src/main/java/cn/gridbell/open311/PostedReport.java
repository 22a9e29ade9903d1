package cn.gridbell.open311;

import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.published.PublishedService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client posts as a service request, names as the specification has them.
 *
 * @param place      WGS-84
 * @param answers    to the service's questions, by code; other attributes are not kept
 * @param externalId what the client calls it, from {@code attribute[external_id]}, {@code attribute[fixmystreet_id]} or {@code external_id}
 */
record PostedReport(
        String service_code,
        @PlainText(max = 4_000) @Nullable String description,
        @Nullable GeoPoint place,
        @PlainText(max = 200) @Nullable String address_string,
        @PlainText(max = 60) @Nullable String address_id,

        @Size(max = 10, message = "最多10个附件地址。")
        List<
                        @Size(max = 1_900, message = "附件地址太长。")
                        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "附件地址须以http或https开头。") String>
                media_url,

        Map<String, String> answers,
        @PlainText(max = 100) @Nullable String externalId,
        @Valid Person person) {

    private static final List<String> EXTERNAL_IDS = List.of("external_id", "fixmystreet_id");

    static PostedReport of(PublishedService service, Parameters sent) {
        return new PostedReport(
                service.code(),
                sent.orNull("description"),
                sent.place().orElse(null),
                sent.orNull("address_string"),
                sent.orNull("address_id"),
                sent.all("media_url"),
                answers(service, sent),
                externalId(sent),
                Person.of(sent));
    }

    private static Map<String, String> answers(PublishedService service, Parameters sent) {
        Map<String, List<String>> attributes = sent.attributes();
        Map<String, String> answers = new TreeMap<>();
        for (PublishedService.Question question : service.questions()) {
            List<String> given = attributes.getOrDefault(question.code(), List.of());
            if (!given.isEmpty()) {
                answers.put(question.code(), String.join("，", given));
            }
        }
        return answers;
    }

    private static @Nullable String externalId(Parameters sent) {
        Map<String, List<String>> attributes = sent.attributes();
        return EXTERNAL_IDS.stream()
                .flatMap(name -> attributes.getOrDefault(name, List.of()).stream())
                .findFirst()
                .orElseGet(() -> sent.orNull("external_id"));
    }

    /** Who asked the client to report; personal. */
    record Person(
            @PlainText(max = 200) @Nullable String email,
            @PlainText(max = 200) @Nullable String device_id,
            @PlainText(max = 200) @Nullable String account_id,
            @PlainText(max = 100) @Nullable String first_name,
            @PlainText(max = 100) @Nullable String last_name,
            @PlainText(max = 40) @Nullable String phone) {

        static Person of(Parameters sent) {
            return new Person(
                    sent.orNull("email"),
                    sent.orNull("device_id"),
                    sent.orNull("account_id"),
                    sent.orNull("first_name"),
                    sent.orNull("last_name"),
                    sent.orNull("phone"));
        }

        boolean isNobody() {
            return equals(new Person(null, null, null, null, null, null));
        }

        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
