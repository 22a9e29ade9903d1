package cn.gridbell.open311;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.published.PublishedRequests;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs of other parties and their keys. A key is kept as its HMAC only: whoever reads the database cannot use it. */
@Service
class Open311Clients {

    private static final String PREFIX = "g311_";
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_KEY = 100;

    private final Open311ClientMapper clients;
    private final PublishedRequests published;
    private final Open311Properties settings;
    private final FieldCipher cipher;
    private final IdempotencyKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Open311Clients(
            Open311ClientMapper clients,
            PublishedRequests published,
            Open311Properties settings,
            FieldCipher cipher,
            IdempotencyKeys keys,
            Clock clock) {
        this.clients = clients;
        this.published = published;
        this.settings = settings;
        this.cipher = cipher;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose key it is; empty for one that is wrong, revoked or of another jurisdiction. */
    Optional<Open311ClientRow> find(String key) {
        return key.length() > LONGEST_KEY
                ? Optional.empty()
                : Optional.ofNullable(clients.findByKey(hash(key)))
                        .filter(client -> client.jurisdiction().equals(settings.jurisdiction()));
    }

    /** @throws InvalidInput 400 for a category that is not public */
    @Transactional
    Open311ClientMade make(Caller caller, @Nullable IdempotencyKey key, WriteOpen311Client command) {
        AtomicReference<@Nullable String> shownOnce = new AtomicReference<>();
        // What is remembered of the call is the client, never its key.
        Made made = keys.once(caller, key, new IdempotencyKeys.What("make-open311-client", command), Made.class, () -> {
            String secret = newKey();
            shownOnce.set(secret);
            return new Made(store(caller, command, secret));
        });
        return new Open311ClientMade(view(require(made.client())), shownOnce.get());
    }

    private long store(Caller caller, WriteOpen311Client command, String secret) {
        List<String> services = command.services() == null
                ? List.of()
                : command.services().stream().distinct().toList();
        for (String code : services) {
            if (published.service(code).isEmpty()) {
                throw InvalidInput.of("services", "有的类别不存在或不对外公开，请重新选择。");
            }
        }
        byte[] hash = hash(secret);
        clients.insert(
                new Open311ClientRow(
                        0,
                        command.name().strip(),
                        cipher.seal(place(hash), command.contact().strip()),
                        settings.jurisdiction(),
                        hash,
                        secret.substring(secret.length() - 4),
                        command.mayWrite(),
                        String.join(" ", services),
                        clock.instant(),
                        null),
                caller.requireStaffId());
        return clients.lastId();
    }

    /** Newest first, revoked ones too. */
    @Transactional(readOnly = true)
    Page<Open311ClientView> all(PageRequest page) {
        Cursor after = page.from(Cursor.NEWEST);
        return Page.of(
                clients.before(after.id(), page.fetch()),
                page.size(),
                row -> new Cursor(row.createdAt(), row.id()),
                this::view);
    }

    /** From now on its key is good for nothing. @throws Open311ClientNotFound 404, also if it was revoked before */
    @Transactional
    Open311ClientView revoke(Caller caller, Open311ClientId id) {
        if (clients.revoke(id.value(), caller.requireStaffId(), clock.instant()) == 0) {
            throw new Open311ClientNotFound();
        }
        return view(require(id.value()));
    }

    private Open311ClientRow require(long id) {
        Open311ClientRow row = clients.find(id);
        if (row == null) {
            throw new Open311ClientNotFound();
        }
        return row;
    }

    private Open311ClientView view(Open311ClientRow row) {
        return new Open311ClientView(
                new Open311ClientId(row.id()),
                row.name(),
                cipher.open(place(row.keyHash()), row.contact()),
                row.jurisdiction(),
                row.keyEnd(),
                row.mayWrite(),
                row.serviceCodes(),
                row.createdAt(),
                row.revokedAt());
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] hash(String key) {
        return cipher.index("open311_client.key_hash", key);
    }

    private static FieldCipher.Place place(byte[] keyHash) {
        return new FieldCipher.Place("open311_client.contact", HexFormat.of().formatHex(keyHash));
    }

    /** What is remembered of making a client. */
    record Made(long client) {}
}
