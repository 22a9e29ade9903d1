package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoShelf;
import cn.gridbell.photo.shelf.PhotoSize;
import cn.gridbell.platform.Failures;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Serves pictures to whoever holds a good link: the signature is the right to look. */
@RestController
class PhotoController {

    private static final Logger log = LoggerFactory.getLogger(PhotoController.class);

    private final PhotoMapper photos;
    private final PhotoShelf shelf;
    private final PhotoLinks links;

    PhotoController(PhotoMapper photos, PhotoShelf shelf, PhotoLinks links) {
        this.photos = photos;
        this.shelf = shelf;
        this.links = links;
    }

    /**
     * A picture never changes, so that its number and size are its tag, and it may be kept as long as the link is good.
     *
     * @param size pixels of the longer side: 320 or 1080; absent: the full size
     */
    @GetMapping("/photos/{id}")
    @CallableBy(Audience.ANYONE)
    ResponseEntity<Resource> show(
            @PathVariable PhotoId id,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long expires,
            @RequestParam(required = false) @Nullable String signature,
            WebRequest request) {
        PhotoSize wanted = PhotoSize.of(size).orElseThrow(PhotoLinkOver::new);
        if (expires == null || signature == null || !links.isGood(id, wanted, expires, signature)) {
            throw new PhotoLinkOver();
        }
        PhotoRow row = photos.find(id.value());
        if (row == null) {
            throw new PhotoNotFound();
        }
        String tag = "\"" + id + "-" + wanted.longestEdge() + "\"";
        String known = request.getHeader("If-None-Match");
        boolean unchanged = known != null && known.contains(tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(links.secondsLeft(expires)))
                        .cachePrivate()
                        .immutable())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline; filename=\"photo.jpg\"");
        return unchanged
                ? answer.build()
                : answer.contentType(MediaType.IMAGE_JPEG).body(file(row, wanted));
    }

    private Resource file(PhotoRow row, PhotoSize size) {
        try {
            return shelf.find(row.fileName(), size).orElseThrow(PhotoNotFound::new);
        } catch (IOException storageAway) {
            log.warn("picture {} could not be fetched: {}", row.id(), Failures.describe(storageAway));
            throw PhotoStorageAway.notShown();
        }
    }
}
