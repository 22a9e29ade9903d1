package cn.gridbell.visit;

import cn.gridbell.platform.crypto.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One-time codes of six digits that the resident shows at the door; sealed at rest, bound to their visit. */
@Component
class DoorCodes {

    private static final int CODES = 1_000_000;

    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    DoorCodes(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** A new code for this visit, sealed. */
    byte[] issue(VisitId visit) {
        return cipher.seal(place(visit), String.format(Locale.ROOT, "%06d", random.nextInt(CODES)));
    }

    /** The six digits, for the resident's own screen. */
    Optional<String> reveal(Visit visit) {
        byte[] sealed = visit.doorCode();
        return sealed == null ? Optional.empty() : Optional.of(cipher.open(place(visit.id()), sealed));
    }

    boolean matches(Visit visit, String given) {
        return reveal(visit)
                .filter(code -> MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static FieldCipher.Place place(VisitId visit) {
        return FieldCipher.Place.of("visit.door_code", visit.value());
    }
}
