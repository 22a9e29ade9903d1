package cn.gridbell.open311;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets programs in by their keys. Whoever tries many wrong ones from one address waits, with a right one too: so guessing finds nothing out. */
@Component
class Doorkeeper {

    private final Open311Clients clients;
    private final ReadingLimit limit;

    Doorkeeper(Open311Clients clients, ReadingLimit limit) {
        this.clients = clients;
        this.limit = limit;
    }

    /** @throws GeoReportRefusal 403 without a key that may write, 429 after too many wrong ones */
    Open311ClientRow writer(HttpServletRequest request, Parameters sent) {
        String key = sent.orNull("api_key");
        if (key == null) {
            throw GeoReportRefusal.noKey();
        }
        limit.requireFewGuesses(request.getRemoteAddr());
        Open311ClientRow client = known(request, key);
        if (!client.mayWrite()) {
            throw GeoReportRefusal.noKey();
        }
        return client;
    }

    /**
     * Who reads; null for somebody without a key, who is counted.
     *
     * @throws GeoReportRefusal 403 for a key that is not good, 429 after too many of them or too many reads
     */
    @Nullable
    Open311ClientRow reader(HttpServletRequest request, Parameters sent) {
        String key = sent.orNull("api_key");
        if (key == null) {
            limit.count(request.getRemoteAddr());
            return null;
        }
        limit.requireFewGuesses(request.getRemoteAddr());
        return known(request, key);
    }

    private Open311ClientRow known(HttpServletRequest request, String key) {
        return clients.find(key).orElseThrow(() -> {
            limit.countGuess(request.getRemoteAddr());
            return GeoReportRefusal.noKey();
        });
    }
}
