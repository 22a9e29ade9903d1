package cn.gridbell.visit.door;

import cn.gridbell.grid.BuildingView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The text behind the QR code at a building's entrance: signed, so that nobody can make one up; of the building, never of a flat. A photographed sign can be
 * shown elsewhere: it proves less than the resident's tap.
 */
@Component
public class DoorSigns {

    private static final String BEGINNING = "GRIDBELL-DOOR:1:";
    private static final String PURPOSE = "visit.door_sign";
    private static final int SIGNATURE_BYTES = 16;
    private static final char BETWEEN = '\u001f';

    private final Grids grids;
    private final FieldCipher cipher;

    DoorSigns(Grids grids, FieldCipher cipher) {
        this.grids = grids;
        this.cipher = cipher;
    }

    /** What the sign of a building says; the same however the building's name is written, as long as the street's list knows it. */
    public String of(String address, @Nullable String building) {
        BuildingView known = grids.building(address, building).orElse(null);
        String name = known == null
                ? address + BETWEEN + (building == null ? "" : building)
                : known.address() + BETWEEN + known.building();
        byte[] signature = Arrays.copyOf(cipher.index(PURPOSE, name), SIGNATURE_BYTES);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    public boolean matches(String scanned, String address, @Nullable String building) {
        return MessageDigest.isEqual(
                scanned.getBytes(StandardCharsets.UTF_8), of(address, building).getBytes(StandardCharsets.UTF_8));
    }
}
