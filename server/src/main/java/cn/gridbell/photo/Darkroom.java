package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoSize;
import cn.gridbell.platform.geo.GeoPoint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Develops an uploaded file into a picture of our own: the size is read from the header before anything is decoded, large pictures are thinned
 * out while they are decoded, the result is drawn upright on white and written as a new JPEG. Nothing of the old file but its pixels remains.
 */
final class Darkroom {

    static final int MOST_PIXELS = 40_000_000;
    static final int LONGEST_EDGE = PhotoSize.FULL.longestEdge();

    /** A JPEG of several scans is held whole, six bytes a pixel, before the first one comes out. */
    private static final int MOST_PIXELS_IN_SEVERAL_SCANS = 25_000_000;

    private static final int MOST_DECODED_PIXELS = 13_000_000;
    private static final float QUALITY = 0.85f;

    private Darkroom() {}

    /**
     * @param prints the new files: the full size, and each smaller one that the picture is longer than
     * @param width  pixels of the full size, upright
     * @param place  where it was taken, null if the camera did not say
     */
    record Developed(
            Map<PhotoSize, byte[]> prints,
            int width,
            int height,
            @Nullable GeoPoint place) {

        byte[] jpeg() {
            return java.util.Objects.requireNonNull(prints.get(PhotoSize.FULL));
        }
    }

    /** @throws PhotoRefused 400/413 */
    static Developed develop(byte[] file) {
        PictureScan scan = PictureScan.of(file);
        PictureTags tags = PictureTags.read(scan.exif());
        try {
            BufferedImage upright = upright(decode(file, scan), tags.orientation());
            return new Developed(prints(upright), upright.getWidth(), upright.getHeight(), tags.place());
        } catch (IOException | RuntimeException undecodable) {
            if (undecodable instanceof PhotoRefused refused) {
                throw refused;
            }
            // Decoders throw whatever a broken file makes them stumble over.
            throw PhotoRefused.noPicture();
        }
    }

    private static BufferedImage decode(byte[] file, PictureScan scan) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(scan.kind().imageIoName());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            int most = scan.scans() > 1 ? MOST_PIXELS_IN_SEVERAL_SCANS : MOST_PIXELS;
            if (width < 1 || height < 1) {
                throw PhotoRefused.noPicture();
            }
            if (width * height > most) {
                throw PhotoRefused.tooManyPixels();
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = step(width, height);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** Every how many pixels one is kept, so that the decoded picture stays within bounds and has more than the final one needs. */
    private static int step(long width, long height) {
        int step = 1;
        while ((width / step) * (height / step) > MOST_DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private static BufferedImage upright(BufferedImage decoded, int orientation) {
        double scale = Math.min(1.0, (double) LONGEST_EDGE / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage canvas =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = canvas.createGraphics();
        try {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.transform(turn(orientation, width, height));
            brush.drawImage(decoded, 0, 0, width, height, null);
        } finally {
            brush.dispose();
        }
        return canvas;
    }

    /** From the picture as stored to the picture as seen: EXIF 2.3, tag 0x0112. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Each size from the next larger one. */
    private static Map<PhotoSize, byte[]> prints(BufferedImage full) throws IOException {
        Map<PhotoSize, byte[]> prints = new EnumMap<>(PhotoSize.class);
        prints.put(PhotoSize.FULL, write(full));
        BufferedImage larger = full;
        for (PhotoSize size : new PhotoSize[] {PhotoSize.MEDIUM, PhotoSize.SMALL}) {
            if (Math.max(full.getWidth(), full.getHeight()) > size.longestEdge()) {
                larger = smaller(larger, size.longestEdge());
                prints.put(size, write(larger));
            }
        }
        return prints;
    }

    private static BufferedImage smaller(BufferedImage picture, int longestEdge) {
        double scale = (double) longestEdge / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = canvas.createGraphics();
        try {
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            brush.drawImage(picture, 0, 0, width, height, null);
        } finally {
            brush.dispose();
        }
        return canvas;
    }

    private static byte[] write(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
