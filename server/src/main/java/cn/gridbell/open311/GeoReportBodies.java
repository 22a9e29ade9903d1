package cn.gridbell.open311;

import cn.gridbell.platform.PublicAddress;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.Closure;
import cn.gridbell.request.published.PublishedRequest;
import cn.gridbell.request.published.PublishedService;
import cn.gridbell.request.published.PublishedUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What GeoReport v2 calls things. */
@Component
class GeoReportBodies {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Open311Properties settings;
    private final PublicAddress address;

    GeoReportBodies(Open311Properties settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    Body discovery() {
        Body.Fields endpoint = Body.Fields.of("endpoint")
                .with("specification", SPECIFICATION)
                .with("url", address.link("/open311/v2").toString())
                .with("changeset", settings.changed())
                .with("type", "production")
                .with(
                        "formats",
                        new Body.Rows(
                                "formats",
                                List.of(
                                        new Body.Text("format", "text/xml"),
                                        new Body.Text("format", "application/json"))));
        return Body.Fields.of("discovery")
                .with("changeset", settings.changed())
                .with("contact", settings.contact())
                .with("key_service", settings.keyService())
                .with("endpoints", new Body.Rows("endpoints", List.of(endpoint)));
    }

    Body services(List<PublishedService> services) {
        return new Body.Rows("services", services.stream().map(this::service).toList());
    }

    private Body.Fields service(PublishedService service) {
        return Body.Fields.of("service")
                .with("service_code", service.code())
                .with("service_name", service.name())
                .with("description", service.group() + "：" + service.name())
                .with("metadata", !service.questions().isEmpty())
                .with("type", settings.batchServices().contains(service.code()) ? "batch" : "realtime")
                .with("keywords", String.join(", ", service.keywords()))
                .with("group", service.group());
    }

    Body definition(PublishedService service) {
        List<Body.Fields> attributes = new ArrayList<>();
        for (PublishedService.Question question : service.questions()) {
            attributes.add(attribute(question, attributes.size() + 1));
        }
        return Body.Fields.of("service_definition")
                .with("service_code", service.code())
                .with("attributes", new Body.Rows("attributes", attributes));
    }

    private static Body.Fields attribute(PublishedService.Question question, int order) {
        Body.Fields attribute = Body.Fields.of("attribute")
                .with("variable", true)
                .with("code", question.code())
                .with(
                        "datatype",
                        switch (question.kind()) {
                            case TEXT -> "string";
                            case NUMBER -> "number";
                            case CHOICE -> "singlevaluelist";
                        })
                .with("required", question.required())
                .with("datatype_description", null)
                .with("order", order)
                .with("description", question.words());
        if (!question.choices().isEmpty()) {
            attribute.with(
                    "values",
                    new Body.Rows(
                            "values",
                            question.choices().stream()
                                    .map(choice -> Body.Fields.of("value")
                                            .with("key", choice.key())
                                            .with("name", choice.words()))
                                    .toList()));
        }
        return attribute;
    }

    Body reported(ReportAnswer answer) {
        Body.Fields request = Body.Fields.of("request");
        if (answer.token() == null) {
            request.with("service_request_id", answer.number());
        } else {
            request.with("token", answer.token());
        }
        request.with("service_notice", answer.notice()).with("account_id", null);
        return new Body.Rows("service_requests", List.of(request));
    }

    Body token(String token, String number) {
        return new Body.Rows(
                "service_requests",
                List.of(Body.Fields.of("request")
                        .with("service_request_id", number)
                        .with("token", token)));
    }

    /** @param extended whether to say more than the specification knows, in an element of its own */
    Body requests(List<PublishedRequest> requests, boolean extended) {
        return new Body.Rows(
                "service_requests",
                requests.stream().map(request -> request(request, extended)).toList());
    }

    private Body.Fields request(PublishedRequest request, boolean extended) {
        GeoPoint place = request.place();
        Body.Fields fields = Body.Fields.of("request")
                .with("service_request_id", request.number())
                .with("status", request.isOpen() ? "open" : "closed")
                .with("status_notes", notes(request))
                .with("service_name", request.categoryName())
                .with("service_code", request.category())
                .with("description", request.description())
                .with("agency_responsible", request.territory().community())
                .with("service_notice", null)
                .with("requested_datetime", W3cTime.of(request.submittedAt()))
                .with("updated_datetime", W3cTime.of(request.updatedAt()))
                .with("expected_datetime", W3cTime.of(request.dueAt()))
                .with("address", request.address() == null ? request.territory().words() : request.address())
                .with("address_id", request.territory().code())
                .with("zipcode", null)
                .with("lat", place == null ? null : place.latitude())
                .with("long", place == null ? null : place.longitude())
                .with(
                        "media_url",
                        request.photos().isEmpty()
                                ? null
                                : address.link(request.photos().get(0).url()).toString());
        if (extended) {
            Closure closure = request.closure();
            fields.with(
                    "extended_attributes",
                    Body.Fields.of("extended_attributes")
                            .with("step", request.status().name())
                            .with("step_name", request.status().words())
                            .with("closure", closure == null ? null : closure.name())
                            .with("closure_name", closure == null ? null : closure.words())
                            .with("source", request.source().name()));
        }
        return fields;
    }

    private static String notes(PublishedRequest request) {
        Closure closure = request.closure();
        return closure == null || request.isOpen()
                ? request.status().words()
                : request.status().words() + "：" + closure.words();
    }

    /** @param own ids of the requests whose answer the reader may read */
    Body updates(List<PublishedUpdate> updates, Set<Long> own) {
        return new Body.Rows(
                "service_request_updates",
                updates.stream()
                        .map(update -> Body.Fields.of("request_update")
                                .with("update_id", Long.toString(update.id()))
                                .with("service_request_id", update.number())
                                .with("status", update.kind().leavesOpen() ? "open" : "closed")
                                .with("updated_datetime", W3cTime.of(update.happenedAt()))
                                .with(
                                        "description",
                                        description(
                                                update,
                                                own.contains(update.request().value())))
                                .with("media_url", null))
                        .toList());
    }

    private static String description(PublishedUpdate update, boolean own) {
        Closure closure = update.closure();
        String answer = update.answer();
        if (own && answer != null) {
            return answer;
        }
        return closure == null ? update.kind().words() : "已反馈：" + closure.words() + "。";
    }

    Body updated(String id) {
        return new Body.Rows(
                "service_request_updates",
                List.of(Body.Fields.of("request_update").with("update_id", id)));
    }
}
