package cn.gridbell.visit;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.visit.door.DoorSigns;
import cn.gridbell.visit.step.VisitTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a check-in proves: the code on the resident's screen, the sign at the building, the distance to its entrance. The place itself is not kept. */
@Component
class DoorProof {

    /** How often a code may be tried at one door. */
    static final int MOST_TRIES = 5;

    /** As close as a phone between houses can tell. */
    private static final int AT_THE_ENTRANCE_METRES = 50;

    private static final int WORST_ACCURACY_METRES = 100;

    private final VisitParties parties;
    private final VisitStore store;
    private final VisitTransactions transactions;
    private final DoorCodes codes;
    private final DoorSigns signs;

    DoorProof(
            VisitParties parties, VisitStore store, VisitTransactions transactions, DoorCodes codes, DoorSigns signs) {
        this.parties = parties;
        this.store = store;
        this.transactions = transactions;
        this.codes = codes;
        this.signs = signs;
    }

    /**
     * Not inside a transaction: a code that was tried counts whatever comes after.
     *
     * @throws DoorCodeWrong 422
     * @throws DoorCodeSpent 409 after five tries
     * @throws DoorSignWrong 422
     */
    Presence of(Visit visit, CheckIn body) {
        Presence placed = placed(visit, body);
        String code = body.doorCode();
        if (code != null) {
            checkCode(visit, code);
            return new Presence(CheckInGrade.DOOR_CODE, placed.metres());
        }
        String sign = body.doorSign();
        if (sign != null) {
            HouseholdView door = parties.door(visit);
            if (!signs.matches(sign, door.address(), door.building())) {
                throw new DoorSignWrong();
            }
            return new Presence(CheckInGrade.DOOR_SIGN, placed.metres());
        }
        return placed;
    }

    /** As above, where nobody can be asked to try again: what does not prove anything leaves the place and the member's word. */
    Presence ofWrittenDown(Visit visit, CheckIn body) {
        try {
            return of(visit, body);
        } catch (DoorCodeWrong | DoorCodeSpent | DoorSignWrong e) {
            return placed(visit, body);
        }
    }

    /** Counts the try in a transaction of its own, before the code is looked at: nobody can guess for nothing. */
    private void checkCode(Visit visit, String code) {
        if (!transactions.run(() -> store.countDoorTry(visit.id(), MOST_TRIES))) {
            throw new DoorCodeSpent();
        }
        if (!codes.matches(visit, code)) {
            throw new DoorCodeWrong(Math.max(0, MOST_TRIES - visit.doorTries() - 1));
        }
    }

    private Presence placed(Visit visit, CheckIn body) {
        Location location = body.location();
        if (location == null) {
            return new Presence(CheckInGrade.OWN_WORD, null);
        }
        Integer metres = metres(visit, location.toWgs84());
        int accuracy = body.accuracy() == null ? 0 : body.accuracy();
        if (metres != null && accuracy <= WORST_ACCURACY_METRES && metres - accuracy <= AT_THE_ENTRANCE_METRES) {
            return new Presence(CheckInGrade.AT_ENTRANCE, metres);
        }
        return new Presence(parties.inGrid(visit, location) ? CheckInGrade.IN_GRID : CheckInGrade.OWN_WORD, metres);
    }

    private @Nullable Integer metres(Visit visit, GeoPoint place) {
        HouseholdView door = parties.door(visit);
        return parties.entranceOf(door)
                .map(entrance -> (int) Math.min(1_000_000, Math.round(entrance.metresTo(place))))
                .orElse(null);
    }
}
