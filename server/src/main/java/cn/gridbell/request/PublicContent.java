package cn.gridbell.request;

import cn.gridbell.photo.PhotoView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a request other residents and the public may see.
 *
 * @param description phones, id numbers, plates and doors hidden; null while it is checked, and for good if it did not pass
 * @param photos      only those that passed
 */
public record PublicContent(@Nullable String description, List<PhotoView> photos) {}
