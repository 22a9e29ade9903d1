package cn.gridbell.request.following;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What people say about a request that may be said once: a rating for each answer, a chase for each working day. */
@Service
public class Voices {

    private final FollowerMapper rows;

    Voices(FollowerMapper rows) {
        this.rows = rows;
    }

    /**
     * @param answeredAt which answer
     * @param solved     YES, PARTLY or NO
     * @param stars      1 to 5
     * @return false if they rated this answer before
     */
    public boolean rate(long request, Instant answeredAt, ResidentId resident, String solved, int stars, Instant now) {
        try {
            rows.insertRating(request, answeredAt, resident.value(), solved, stars, now);
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    /** @param day the working day it counts for @return false if they chased it on that day */
    public boolean chase(long request, ResidentId resident, LocalDate day, Instant now) {
        try {
            rows.insertChase(request, resident.value(), day, now);
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    /** How often it was chased, by anybody. */
    public int chasesOf(long request) {
        return rows.chases(request);
    }
}
