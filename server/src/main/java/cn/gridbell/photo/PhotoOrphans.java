package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.ShelvedFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files of no picture: stored, and then the row was not kept, or half written when a node died. Only those older than a picture may stay unused: a younger one may be
 * waiting for its row.
 */
@Component
class PhotoOrphans {

    private static final Logger log = LoggerFactory.getLogger(PhotoOrphans.class);
    private static final int PAGE = 500;

    private final PhotoMapper photos;
    private final PhotoShelf shelf;
    private final PhotoProperties settings;
    private final Clock clock;

    PhotoOrphans(PhotoMapper photos, PhotoShelf shelf, PhotoProperties settings, Clock clock) {
        this.photos = photos;
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many files were removed; the storage being away ends it, the next one begins anew */
    int sweep() {
        Instant before = clock.instant().minus(settings.unusedLife());
        int removed = 0;
        String last = null;
        try {
            List<ShelvedFile> page = shelf.list(null, PAGE);
            while (!page.isEmpty()) {
                for (ShelvedFile file : withoutRow(page, before)) {
                    shelf.removeFile(file);
                    removed++;
                }
                last = page.get(page.size() - 1).key();
                page = shelf.list(last, PAGE);
            }
        } catch (IOException storageAway) {
            log.warn("files of no picture: the storage is away, {} removed", removed);
        }
        if (removed > 0) {
            log.info("files of no picture removed: {}", removed);
        }
        return removed;
    }

    private List<ShelvedFile> withoutRow(List<ShelvedFile> page, Instant before) {
        List<ShelvedFile> old =
                page.stream().filter(file -> file.at().isBefore(before)).toList();
        Set<String> names = old.stream()
                .map(ShelvedFile::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = names.isEmpty() ? Set.of() : Set.copyOf(photos.known(names));
        return old.stream()
                .filter(file -> !file.name().isEmpty())
                .filter(file -> !known.contains(file.name()) || !file.key().endsWith(".jpg"))
                .toList();
    }
}
