package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.PhotoSize;
import cn.gridbell.platform.Failures;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.ContentState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures people upload. */
@Service
public class Photos {

    private static final Logger log = LoggerFactory.getLogger(Photos.class);

    private final PhotoLab lab;
    private final PhotoShelf shelf;
    private final PhotoRegister register;
    private final PhotoMapper photos;
    private final PhotoLinks links;
    private final Clock clock;

    Photos(PhotoLab lab, PhotoShelf shelf, PhotoRegister register, PhotoMapper photos, PhotoLinks links, Clock clock) {
        this.lab = lab;
        this.shelf = shelf;
        this.register = register;
        this.photos = photos;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Checks, turns upright, re-encodes, strips and stores a picture. Not inside a transaction.
     *
     * @throws PhotoRefused 400/413: no picture, too large, too many pixels
     */
    public PhotoView upload(Caller caller, InputStream bytes) {
        Darkroom.Developed developed = lab.develop(bytes);
        PhotoId id = store(caller.residentId(), developed);
        GeoPoint place = developed.place();
        return new PhotoView(
                id,
                links.linkTo(id),
                thumbnails(id, developed.width(), developed.height()),
                developed.width(),
                developed.height(),
                place == null ? null : new PhotoView.Hint(Location.of(place)),
                null);
    }

    /**
     * The same for a picture that came another way than by upload. Not inside a transaction.
     *
     * @throws PhotoRefused 400/413
     */
    public PhotoId keep(ResidentId owner, InputStream bytes) {
        return store(owner.value(), lab.develop(bytes));
    }

    /**
     * The same for a picture that another program sent. Not inside a transaction.
     *
     * @param program its number, above 0
     * @throws PhotoRefused 400/413
     */
    public PhotoId keepFor(long program, InputStream bytes) {
        return store(ownerFor(program), lab.develop(bytes));
    }

    /** Below 0, so that a program never meets a person's pictures. */
    private static long ownerFor(long program) {
        return -program;
    }

    private PhotoId store(long owner, Darkroom.Developed developed) {
        try {
            return register.add(owner, shelf.put(developed.prints()), developed, clock.instant());
        } catch (IOException storageAway) {
            log.warn("a picture could not be stored: {}", Failures.describe(storageAway));
            throw PhotoStorageAway.away();
        }
    }

    /** Keeps an unused picture for its owner under a subject that is not public and not checked: a draft. Part of the caller's transaction. */
    @Transactional
    public void hold(ResidentId owner, PhotoId id, String subject) {
        photos.attach(id.value(), owner.value(), subject, 0);
    }

    /** All pictures of one subject belong to another from now on, and wait to be checked. Part of the caller's transaction. */
    @Transactional
    public void move(String from, String to) {
        photos.awaitChecksOf(from, clock.instant());
        photos.move(from, to);
    }

    /** The pictures of a subject belong to nothing any more; they are swept after a while. Part of the caller's transaction. */
    @Transactional
    public void letGo(String subject) {
        photos.letGo(subject);
    }

    /** The pictures of a subject are deleted with the next sweep. Part of the caller's transaction. */
    @Transactional
    public void discard(String subject) {
        photos.discard(subject, PhotoRegister.SWEPT);
    }

    /**
     * Ties uploaded pictures to what they belong to, inside the caller's transaction.
     *
     * @param subject for example {@code request:17}, at most 60 ASCII characters
     * @throws PhotoRefused 400 if one is unknown, somebody else's, or already used elsewhere
     */
    @Transactional
    public void attach(Caller caller, List<PhotoId> photoIds, String subject) {
        tie(caller.residentId(), photoIds, subject);
    }

    /**
     * The same for pictures that another program sent.
     *
     * @param program its number, above 0
     * @throws PhotoRefused 400
     */
    @Transactional
    public void attachFor(long program, List<PhotoId> photoIds, String subject) {
        tie(ownerFor(program), photoIds, subject);
    }

    private void tie(long owner, List<PhotoId> photoIds, String subject) {
        // In the order of ids, so that two calls never wait for each other crosswise; their position keeps the given
        // order.
        List<Integer> byId = IntStream.range(0, photoIds.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> photoIds.get(i).value()))
                .toList();
        for (int position : byId) {
            if (photos.attach(photoIds.get(position).value(), owner, subject, position) == 0) {
                throw PhotoRefused.notYours();
            }
        }
        Instant now = clock.instant();
        byId.forEach(position -> photos.awaitCheck(photoIds.get(position).value(), now));
    }

    /** A picture that belongs to something, with a fresh link; empty if it is gone. */
    public Optional<PhotoView> find(PhotoId id) {
        return Optional.ofNullable(photos.findChecked(id.value())).map(this::view);
    }

    /**
     * A person looked at a picture that WeChat could not judge; part of the caller's transaction.
     *
     * @return false if it does not wait for a person
     */
    @Transactional
    public boolean decide(PhotoId id, boolean publish) {
        return register.decide(id, publish);
    }

    /** The pictures of a subject, in the order they were attached, with fresh links. */
    public List<PhotoView> of(String subject) {
        return ofEach(List.of(subject)).getOrDefault(subject, List.of());
    }

    /** The pictures of several subjects, by subject; one without pictures is absent. */
    public Map<String, List<PhotoView>> ofEach(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return photos.of(subjects).stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.subject()), Collectors.mapping(this::view, Collectors.toList())));
    }

    private PhotoView view(CheckedPhotoRow row) {
        PhotoId id = new PhotoId(row.id());
        ContentState state = row.state() == null ? ContentState.PENDING : row.state();
        return new PhotoView(
                id,
                links.linkTo(id),
                thumbnails(id, row.width(), row.height()),
                row.width(),
                row.height(),
                null,
                state);
    }

    private PhotoView.Thumbnails thumbnails(PhotoId id, int width, int height) {
        return new PhotoView.Thumbnails(
                thumbnail(id, width, height, PhotoSize.SMALL), thumbnail(id, width, height, PhotoSize.MEDIUM));
    }

    private String thumbnail(PhotoId id, int width, int height, PhotoSize size) {
        return links.linkTo(id, Math.max(width, height) > size.longestEdge() ? size : PhotoSize.FULL);
    }
}
