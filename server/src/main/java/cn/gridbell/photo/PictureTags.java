package cn.gridbell.photo;

import cn.gridbell.platform.geo.GeoPoint;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The two things worth knowing from a picture's EXIF data before it is thrown away.
 *
 * @param orientation 1 to 8 as EXIF 2.3 defines it, 1 if unknown
 * @param place       where it was taken, null if the camera did not say
 */
record PictureTags(int orientation, @Nullable GeoPoint place) {

    private static final PictureTags NONE = new PictureTags(1, null);

    /** Tags that cannot be read are no tags: the picture itself decides whether it is kept. */
    static PictureTags read(byte @Nullable [] exif) {
        if (exif == null) {
            return NONE;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            return new PictureTags(orientation(metadata), place(metadata));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return NONE;
        }
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value != null && value >= 1 && value <= 8 ? value : 1;
    }

    /** Only a place in China is worth a hint; one that is no place at all is not there. */
    private static @Nullable GeoPoint place(Metadata metadata) {
        GpsDirectory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var found = directory == null ? null : directory.getGeoLocation();
        if (found == null || found.isZero()) {
            return null;
        }
        double latitude = found.getLatitude();
        double longitude = found.getLongitude();
        boolean inChina = latitude > 3 && latitude < 54 && longitude > 73 && longitude < 136;
        return inChina ? new GeoPoint(latitude, longitude) : null;
    }
}
