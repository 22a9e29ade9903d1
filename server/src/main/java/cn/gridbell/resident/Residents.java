package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Residents, their phones, households and privacy consents. */
@Service
public class Residents {

    private static final String PHONE = "resident.phone";
    private static final int NEAREST_NAMED = 3;

    private final ResidentMapper residents;
    private final Households households;
    private final Grids grids;
    private final FieldCipher cipher;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Residents(
            ResidentMapper residents,
            Households households,
            Grids grids,
            FieldCipher cipher,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.residents = residents;
        this.households = households;
        this.grids = grids;
        this.cipher = cipher;
        this.facts = facts;
        this.clock = clock;
    }

    /** The resident behind a WeChat person, made at the first sign-in. Safe for two sign-ins at once. */
    @Transactional
    public ResidentId signedIn(WechatPersonId person) {
        return findByWechat(person).orElseGet(() -> welcome(person));
    }

    private ResidentId welcome(WechatPersonId person) {
        try {
            residents.insert(person.value(), clock.instant());
        } catch (DuplicateKeyException e) {
            // the same person signed in twice at once and the other was quicker: theirs is read below
        }
        return findByWechat(person)
                .orElseThrow(() -> new IllegalStateException("a resident was neither stored nor found"));
    }

    @Transactional
    public Optional<ResidentId> findByWechat(WechatPersonId person) {
        return Optional.ofNullable(residents.findByWechat(person.value())).map(ResidentId::new);
    }

    /** @throws ResidentNotFound 404 */
    @Transactional
    public ResidentView require(ResidentId id) {
        ResidentRow row = residents.find(id.value());
        if (row == null) {
            throw new ResidentNotFound();
        }
        return row.view();
    }

    /** The WeChat person behind a resident; empty once they were forgotten. */
    @Transactional
    public Optional<WechatPersonId> wechatOf(ResidentId id) {
        return Optional.ofNullable(residents.find(id.value()))
                .map(row -> row.view().wechatPerson());
    }

    /** {@code 138****5678}, for its owner and for who handles a matter of theirs. */
    @Transactional
    public Optional<String> maskedPhoneOf(ResidentId id) {
        return phoneOf(id).map(Phone::masked);
    }

    /** The bound number, for this room alone: others ask {@code disclosure.Disclosures}, which writes down who looked. */
    @Transactional
    public Optional<Phone> phoneOf(ResidentId id) {
        return Optional.ofNullable(residents.phoneOf(id.value()))
                .map(row -> cipher.open(FieldCipher.Place.of(PHONE, id.value()), row.phone()))
                .flatMap(Phone::parse);
    }

    /** Everybody who bound this number, by age of the account; a family may share one. */
    @Transactional
    public List<ResidentId> findByPhone(Phone phone) {
        return residents.findByPhone(index(phone)).stream().map(ResidentId::new).toList();
    }

    /**
     * Binds a number; a former one is replaced.
     *
     * @throws ResidentNotFound 404
     */
    @Transactional
    public void bindPhone(ResidentId id, Phone phone) {
        Instant now = clock.instant();
        byte[] envelope = cipher.seal(FieldCipher.Place.of(PHONE, id.value()), phone.digits());
        if (residents.bindPhone(id.value(), envelope, index(phone), now) == 0) {
            throw new ResidentNotFound();
        }
        facts.publishEvent(new ResidentBound(id, now));
    }

    /**
     * Gives the household; the grid comes from the place if there is one, else from the address. Two residents behind one door are one
     * household.
     *
     * @param place WGS-84; null if the resident chose none on the map
     * @throws cn.gridbell.platform.Problem 422 {@code urn:problem:resident:grid-not-found} with the nearest grids if none fits
     * @throws ResidentNotFound 404
     */
    @Transactional
    public void giveHousehold(ResidentId id, GiveHousehold household, @Nullable GeoPoint place) {
        GridView grid = gridOf(household, place);
        HouseholdId door = households.at(Door.of(household), grid.id());
        if (residents.moveTo(id.value(), door.value(), clock.instant()) == 0) {
            throw new ResidentNotFound();
        }
    }

    private GridView gridOf(GiveHousehold household, @Nullable GeoPoint place) {
        if (place == null) {
            return grids.gridOfAddress(household.address(), household.building())
                    .orElseThrow(NoGridFits::theAddress);
        }
        return grids.gridAt(place).orElseThrow(() -> NoGridFits.thePlace(grids.nearest(place, NEAREST_NAMED)));
    }

    /**
     * Proposes a grid to somebody who may never have signed in; whoever gives a household is asked no more.
     *
     * @param grid level GRID
     * @param at   when its code was scanned; the latest counts
     */
    @Transactional
    public void hintGrid(WechatPersonId person, GridId grid, Instant at) {
        households.hint(person, grid, at);
    }

    /** The grid that is proposed; empty once a household was given. @throws ResidentNotFound 404 */
    @Transactional
    public Optional<GridId> hintedGridOf(ResidentId id) {
        ResidentView resident = require(id);
        return resident.household() == null ? households.hintFor(resident.wechatPerson()) : Optional.empty();
    }

    @Transactional
    public Optional<HouseholdView> householdOf(ResidentId id) {
        return households.ofResident(id);
    }

    @Transactional
    public Optional<HouseholdView> findHousehold(HouseholdId id) {
        return households.find(id);
    }

    /** Whoever has lived behind this door here longest; empty if nobody of it ever signed in. */
    @Transactional
    public Optional<ResidentId> someoneAt(HouseholdId id) {
        return Optional.ofNullable(residents.someoneAt(id.value())).map(ResidentId::new);
    }

    /** @throws ResidentNotFound 404 if there is no such household */
    @Transactional
    public HouseholdView requireHousehold(HouseholdId id) {
        return households.find(id).orElseThrow(ResidentNotFound::new);
    }

    /** Every known door of a grid (level GRID), in no order that means anything; for the staff who serve it. */
    @Transactional
    public List<HouseholdView> householdsIn(GridId grid) {
        return households.in(grid);
    }

    /**
     * Keeps which privacy text a resident agreed to, and when they first did.
     *
     * @param version at most 32 characters
     * @return false if they had agreed to this version before
     */
    @Transactional
    public boolean consentToPrivacy(ResidentId id, String version) {
        try {
            residents.consentToPrivacy(id.value(), version, clock.instant());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The version agreed to last. */
    @Transactional
    public Optional<PrivacyConsent> privacyConsentOf(ResidentId id) {
        return Optional.ofNullable(residents.latestPrivacyConsent(id.value()));
    }

    private byte[] index(Phone phone) {
        return cipher.index("resident.phone_index", phone.digits());
    }
}
