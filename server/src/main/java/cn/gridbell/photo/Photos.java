package cn.gridbell.photo;

import cn.gridbell.platform.security.Caller;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/** Pictures people upload. */
@Service
public class Photos {

    /**
     * Checks, turns upright, re-encodes, strips and stores a picture. Not inside a transaction.
     *
     * @throws PhotoRefused 400/413: no picture, too large, too many pixels
     */
    public PhotoView upload(Caller caller, InputStream bytes) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ties uploaded pictures to what they belong to, inside the caller's transaction.
     *
     * @param subject for example {@code request:17}
     * @throws PhotoRefused 400 if one is unknown, somebody else's, or already used elsewhere
     */
    public void attach(Caller caller, List<PhotoId> photos, String subject) {
        throw new UnsupportedOperationException();
    }

    /** The pictures of a subject, in the order they were attached, with fresh links. */
    public List<PhotoView> of(String subject) {
        throw new UnsupportedOperationException();
    }
}
