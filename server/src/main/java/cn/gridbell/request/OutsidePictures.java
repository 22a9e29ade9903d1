package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import java.util.List;

/**
 * Pictures another platform sent along, uploaded before.
 *
 * @param program its number, above 0
 */
public record OutsidePictures(long program, List<PhotoId> ids) {

    public OutsidePictures {
        ids = List.copyOf(ids);
    }
}
