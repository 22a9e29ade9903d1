package cn.gridbell.photo;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves pictures to whoever holds a good link: the signature is the right to look. */
@RestController
class PhotoController {

    private final PhotoMapper photos;
    private final PhotoShelf shelf;
    private final PhotoLinks links;

    PhotoController(PhotoMapper photos, PhotoShelf shelf, PhotoLinks links) {
        this.photos = photos;
        this.shelf = shelf;
        this.links = links;
    }

    @GetMapping("/photos/{id}")
    @CallableBy(Audience.ANYONE)
    ResponseEntity<Resource> show(
            @PathVariable PhotoId id,
            @RequestParam(required = false) @Nullable Long expires,
            @RequestParam(required = false) @Nullable String signature) {
        if (expires == null || signature == null || !links.isGood(id, expires, signature)) {
            throw new PhotoLinkOver();
        }
        PhotoRow row = photos.find(id.value());
        if (row == null) {
            throw new PhotoNotFound();
        }
        Resource file = shelf.find(row.fileName())
                .<Resource>map(FileSystemResource::new)
                .orElseThrow(PhotoNotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(links.secondsLeft(expires)))
                        .cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file);
    }
}
