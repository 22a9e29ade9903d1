package cn.gridbell.photo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the structure of a JPEG or PNG file without decoding it: is it whole, how many scans does it hold, where is its EXIF block. Decoders
 * take half a file for a grey one; here it ends before its end mark and is refused.
 *
 * @param kind  by content, never by name
 * @param scans of a JPEG; a file with more than one is kept in memory whole by the decoder
 * @param exif  the TIFF block of the EXIF data, null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared or kept
record PictureScan(Kind kind, int scans, byte @Nullable [] exif) {

    /** What can be decoded. */
    enum Kind {
        JPEG("jpeg"),
        PNG("png");

        private final String imageIoName;

        Kind(String imageIoName) {
            this.imageIoName = imageIoName;
        }

        String imageIoName() {
            return imageIoName;
        }
    }

    private static final int MOST_SCANS = 60;
    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] EXIF_MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP1 = 0xe1;

    /** @throws PhotoRefused 400 if the file is neither, or not whole */
    static PictureScan of(byte[] file) {
        if (file.length > 3 && at(file, 0) == 0xff && at(file, 1) == 0xd8 && at(file, 2) == 0xff) {
            return jpeg(file);
        }
        if (startsWith(file, 0, PNG_MARK)) {
            return png(file);
        }
        throw looksLikeAnotherPicture(file) ? PhotoRefused.otherFormat() : PhotoRefused.noPicture();
    }

    private static PictureScan jpeg(byte[] file) {
        int scans = 0;
        byte[] exif = null;
        int at = 2;
        while (at + 1 < file.length) {
            if (at(file, at) != 0xff) {
                throw PhotoRefused.noPicture();
            }
            int marker = at(file, at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == EOI) {
                return scans > 0 ? new PictureScan(Kind.JPEG, scans, exif) : refuse();
            }
            if (at + 3 >= file.length) {
                break;
            }
            int end = at + 2 + (at(file, at + 2) << 8 | at(file, at + 3));
            if (end > file.length || end < at + 4) {
                break;
            }
            if (marker == APP1 && exif == null && startsWith(file, at + 4, EXIF_MARK)) {
                exif = Arrays.copyOfRange(file, Math.min(at + 10, end), end);
            }
            at = end;
            if (marker == SOS) {
                if (++scans > MOST_SCANS) {
                    return refuse();
                }
                at = afterEntropyCodedData(file, at);
            }
        }
        return refuse();
    }

    /** The next marker that is neither a stuffed zero nor a restart. */
    private static int afterEntropyCodedData(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = at(file, at + 1);
            if (at(file, at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private static PictureScan png(byte[] file) {
        byte[] exif = null;
        int at = PNG_MARK.length;
        while (at + 12 <= file.length) {
            long length = (long) at(file, at) << 24 | at(file, at + 1) << 16 | at(file, at + 2) << 8 | at(file, at + 3);
            if (at + 12 + length > file.length) {
                break;
            }
            int body = at + 8;
            if (isChunk(file, at, "IEND")) {
                return new PictureScan(Kind.PNG, 1, exif);
            }
            if (isChunk(file, at, "eXIf")) {
                exif = Arrays.copyOfRange(file, body, body + (int) length);
            }
            at = body + (int) length + 4;
        }
        return refuse();
    }

    private static boolean isChunk(byte[] file, int at, String type) {
        for (int i = 0; i < 4; i++) {
            if (at(file, at + 4 + i) != type.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** WebP, HEIC, GIF, BMP and TIFF deserve a clearer word than "no picture". */
    private static boolean looksLikeAnotherPicture(byte[] file) {
        return (ascii(file, 0, "RIFF") && ascii(file, 8, "WEBP"))
                || (ascii(file, 4, "ftyp") && file.length > 16)
                || ascii(file, 0, "GIF8")
                || ascii(file, 0, "BM")
                || ascii(file, 0, "II*")
                || ascii(file, 0, "MM\0*");
    }

    private static boolean ascii(byte[] file, int at, String text) {
        return startsWith(file, at, text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] file, int at, byte[] start) {
        return file.length >= at + start.length && Arrays.equals(file, at, at + start.length, start, 0, start.length);
    }

    private static int at(byte[] file, int index) {
        return file[index] & 0xff;
    }

    private static PictureScan refuse() {
        throw PhotoRefused.noPicture();
    }
}
