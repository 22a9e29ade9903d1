package cn.gridbell.resident;

import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Residents, their phones, households and privacy consents. */
@Service
public class Residents {

    /** The resident behind a WeChat person, made at the first sign-in. Safe for two sign-ins at once. */
    public ResidentId signedIn(WechatPersonId person) {
        throw new UnsupportedOperationException();
    }

    public Optional<ResidentId> findByWechat(WechatPersonId person) {
        throw new UnsupportedOperationException();
    }

    /** @throws ResidentNotFound 404 */
    public ResidentView require(ResidentId id) {
        throw new UnsupportedOperationException();
    }

    /** The bound number, for its owner (masked) or for a purpose that may see it. */
    public Optional<Phone> phoneOf(ResidentId id) {
        throw new UnsupportedOperationException();
    }

    public void bindPhone(ResidentId id, Phone phone) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives the household; the grid comes from the place if there is one, else from the address.
     *
     * @throws cn.gridbell.platform.Problem 422 {@code urn:problem:resident:grid-not-found} with the nearest grids if none fits
     */
    public void giveHousehold(ResidentId id, GiveHousehold household, @Nullable GeoPoint place) {
        throw new UnsupportedOperationException();
    }

    public Optional<HouseholdView> householdOf(ResidentId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws ResidentNotFound 404 if there is no such household */
    public HouseholdView requireHousehold(HouseholdId id) {
        throw new UnsupportedOperationException();
    }

    public void consentToPrivacy(ResidentId id, String version) {
        throw new UnsupportedOperationException();
    }
}
