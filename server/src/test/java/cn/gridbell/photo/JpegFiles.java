package cn.gridbell.photo;

import static cn.gridbell.photo.TestPictures.ascii;
import static cn.gridbell.photo.TestPictures.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files of kinds that cameras do not make. */
final class JpegFiles {

    private JpegFiles() {}

    static byte[] frame(int mark) {
        byte[] file = jpeg(40, 40);
        for (int i = 2; i < file.length - 1; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                file[i + 1] = (byte) mark;
                return file;
            }
        }
        throw new IllegalStateException("no frame");
    }

    static byte[] scans(int count) {
        byte[] file = jpeg(40, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, file.length - 2);
        for (int i = 0; i < count; i++) {
            out.writeBytes(ascii("\u00ff\u00da\0\u000c\u0003\u0001\0\u0002\u0011\u0003\u0011\0\u003f\0\u0012"));
        }
        out.writeBytes(ascii("\u00ff\u00d9"));
        return out.toByteArray();
    }

    static byte[] progressive(int width, int height) {
        return written(new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null), true);
    }

    /**
     * Four inks.
     *
     * @param transform as Adobe's marker says: 0 CMYK, 2 YCCK
     */
    static byte[] cmyk(int transform) {
        WritableRaster inks = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 40, 30, 4, null);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return BadPictures.segment(written(new IIOImage(inks, null, null), false), 0xee, adobe);
    }

    private static byte[] written(IIOImage picture, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, picture, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
