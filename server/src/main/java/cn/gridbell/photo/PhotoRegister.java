package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoShelf;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows behind the files. */
@Component
class PhotoRegister {

    private static final Logger log = LoggerFactory.getLogger(PhotoRegister.class);
    static final String SWEPT = "swept";
    private static final int BATCH = 200;

    private final PhotoMapper photos;
    private final PhotoShelf shelf;
    private final PhotoProperties settings;
    private final PhotoCheckBook checks;
    private final Clock clock;
    private final TransactionTemplate alone;

    PhotoRegister(
            PhotoMapper photos,
            PhotoShelf shelf,
            PhotoProperties settings,
            PhotoCheckBook checks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.photos = photos;
        this.shelf = shelf;
        this.settings = settings;
        this.checks = checks;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
    }

    @Transactional
    PhotoId add(long owner, String fileName, Darkroom.Developed developed, Instant at) {
        photos.insert(fileName, owner, developed.width(), developed.height(), at);
        return new PhotoId(photos.lastId());
    }

    /** @return false if it does not wait for a person */
    boolean decide(PhotoId photo, boolean publish) {
        return checks.decide(photo, publish);
    }

    /**
     * Deletes what nobody used within a day: claim the row, delete the file, delete the row. A sweep that dies leaves a claimed row, which the
     * next one finishes.
     */
    void sweep() {
        Instant before = clock.instant().minus(settings.unusedLife());
        List<PhotoRow> found;
        int gone;
        do {
            found = photos.unused(SWEPT, before, BATCH);
            gone = 0;
            for (PhotoRow row : found) {
                gone += remove(row) ? 1 : 0;
            }
        } while (found.size() == BATCH && gone > 0);
    }

    private boolean remove(PhotoRow row) {
        Integer claimed = alone.execute(transaction -> photos.claimForSweep(row.id(), SWEPT));
        if (claimed == null || claimed == 0) {
            return false;
        }
        try {
            shelf.remove(row.fileName());
        } catch (IOException storageAway) {
            log.warn("picture {} could not be deleted, the next sweep tries again", row.id());
            return false;
        }
        alone.executeWithoutResult(transaction -> {
            photos.deleteSwept(row.id(), SWEPT);
            photos.deleteCheck(row.id());
        });
        return true;
    }
}
