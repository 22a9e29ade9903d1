package dev.gridbell.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What people decide about their account: block an account's messages, take a permission back, close the account. */
final class PersonAccounts {
    private final Platform platform;

    PersonAccounts(Platform platform) {
        this.platform = platform;
    }

    void register(RoutesConfig routes) {
        routes.post("/sandbox/people/{id}/block", Controls.guarded(this::block))
                .post("/sandbox/people/{id}/authorization", Controls.guarded(this::authorization));
    }

    /** What happens to what a person had allowed. */
    enum Change {
        /** 用户撤回: the app has to delete what it got by that permission. */
        REVOKE("user_authorization_revoke"),
        /** 用户完成注销: the openid is dead. */
        CANCELLATION("user_authorization_cancellation");

        final String event;

        Change(String event) {
            this.event = event;
        }
    }

    /** Blocking sends nothing: the account finds out by the receipts. */
    private void block(Context context) {
        Person person = platform.people.require(context.pathParam("id"));
        person.block(Controls.body(context).path("blocked").asBoolean(true));
        Controls.answer(context, person.describe());
    }

    /** Tells one app, or both; after a cancellation they answer 40003 for this person. */
    private void authorization(Context context) {
        JsonNode wish = Controls.body(context);
        Change change = Controls.choice(Change.values(), Json.text(wish, "event"), "event");
        for (AppKind app : apps(Json.text(wish, "app"))) {
            Person person = platform.people.require(context.pathParam("id"), app);
            platform.ledger.add(
                    "event", "event", change.event, "app", app, "personId", person.id(), "openid", person.openId(app));
            if (change == Change.CANCELLATION) {
                platform.people.forget(person, app);
                person.leave(app);
            }
            platform.events.authorizationChanged(app, person, change, Json.text(wish, "revokeInfo"));
        }
        Controls.answer(
                context, platform.people.require(context.pathParam("id")).describe());
    }

    private static List<AppKind> apps(String name) {
        return name.isEmpty()
                ? Arrays.asList(AppKind.values())
                : List.of(Controls.choice(AppKind.values(), name, "app"));
    }
}
