package cn.gridbell.wechat;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is who over the two apps. A person is known by the openid of either app; the unionid says that two are one. Many may learn about the
 * same person at once: the unique keys decide, and whoever loses looks again.
 */
@Component
class WechatPeople {

    private static final int MOST_TRIES = 10;

    private final PersonMapper rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WechatPeople(PersonMapper rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The person with this openid in the mini-program, new or known. Not inside a transaction. */
    WechatPersonId byMini(String openId, @Nullable String unionId) {
        return known(new Identity(openId, null, unionId));
    }

    /** The person with this openid at the official account, new or known. Not inside a transaction. */
    WechatPersonId byOfficial(String openId, @Nullable String unionId) {
        return known(new Identity(null, openId, unionId));
    }

    Optional<WechatPersonId> findByMini(String openId) {
        return Optional.ofNullable(rows.findByMini(openId)).map(row -> new WechatPersonId(row.id()));
    }

    Optional<WechatPersonId> findByOfficial(String openId) {
        return Optional.ofNullable(rows.findByOfficial(openId)).map(row -> new WechatPersonId(row.id()));
    }

    /** The row that stands for this person today. */
    Optional<PersonRow> find(WechatPersonId person) {
        PersonRow row = rows.find(person.value());
        return row == null || row.mergedInto() == null
                ? Optional.ofNullable(row)
                : find(new WechatPersonId(row.mergedInto()));
    }

    /** False if something newer is known. */
    boolean follows(WechatPersonId person, boolean following, Instant at) {
        return find(person)
                .filter(row -> rows.follow(row.id(), following, at) == 1)
                .isPresent();
    }

    private record Identity(
            @Nullable String mini,
            @Nullable String official,
            @Nullable String union) {}

    private WechatPersonId known(Identity identity) {
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> joined(identity)));
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException("one person written too often at once: " + e.getClass());
                }
            }
        }
    }

    private WechatPersonId joined(Identity identity) {
        PersonRow byApp = identity.mini() != null
                ? rows.findByMini(identity.mini())
                : rows.findByOfficial(Objects.requireNonNull(identity.official()));
        PersonRow byUnion = identity.union() == null ? null : rows.findByUnion(identity.union());
        if (byApp == null && byUnion == null) {
            rows.insert(identity.mini(), identity.official(), identity.union(), clock.instant());
            return new WechatPersonId(rows.lastId());
        }
        PersonRow one = byApp != null ? byApp : Objects.requireNonNull(byUnion);
        if (byApp != null && byUnion != null && byApp.id() != byUnion.id()) {
            return new WechatPersonId(merged(byApp, byUnion).id());
        }
        boolean complete = byApp != null && (identity.union() == null || byUnion != null || one.unionId() != null);
        if (!complete && rows.complete(one.id(), identity.mini(), identity.official(), identity.union()) == 0) {
            throw new PersonChanged();
        }
        return new WechatPersonId(one.id());
    }

    /** Two rows turn out to be one person: one stays with all that is known, the other points at it. */
    private PersonRow merged(PersonRow a, PersonRow b) {
        if (rows.lock(a.id(), b.id()).size() < 2) {
            throw new PersonChanged();
        }
        PersonRow stays = PersonRow.staying(a, b);
        PersonRow goes = stays == a ? b : a;
        if (rows.mergeInto(goes.id(), stays.id()) == 0
                || rows.complete(stays.id(), goes.miniOpenId(), goes.officialOpenId(), goes.unionId()) == 0) {
            throw new PersonChanged();
        }
        if (goes.officialOpenId() != null && stays.officialOpenId() == null) {
            Instant since = goes.followChangedAt();
            rows.follow(stays.id(), goes.following(), since == null ? clock.instant() : since);
        }
        return stays;
    }

    /** Somebody else wrote the row in between: look again. */
    private static final class PersonChanged extends ConcurrencyFailureException {

        private static final long serialVersionUID = 1L;

        PersonChanged() {
            super("changed in between");
        }
    }
}
