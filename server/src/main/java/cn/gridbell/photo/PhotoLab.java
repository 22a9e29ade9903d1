package cn.gridbell.photo;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Develops few pictures at a time, so that uploads cannot use up the memory of everybody else; the next ones wait a moment. */
@Component
class PhotoLab {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int PATIENCE_SECONDS = 3;

    private final Semaphore places;

    PhotoLab(PhotoProperties settings) {
        this.places = new Semaphore(settings.decodeAtOnce(), true);
    }

    /** @throws PhotoRefused 400/413 @throws PhotoStorageAway 503 if it takes too long to get a place */
    Darkroom.Developed develop(InputStream upload) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw PhotoStorageAway.busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw PhotoStorageAway.busy();
        }
        try {
            return Darkroom.develop(read(upload));
        } finally {
            places.release();
        }
    }

    private static byte[] read(InputStream upload) {
        byte[] file;
        try {
            file = upload.readNBytes(MOST_BYTES + 1);
        } catch (IOException brokenOff) {
            throw PhotoRefused.noPicture();
        }
        if (file.length > MOST_BYTES) {
            throw PhotoRefused.tooLarge();
        }
        return file;
    }
}
