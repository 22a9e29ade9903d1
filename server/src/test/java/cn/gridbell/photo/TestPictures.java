package cn.gridbell.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures and things that look like pictures. */
final class TestPictures {

    private TestPictures() {}

    /** Red at the top left corner, white elsewhere, so that one can see which way it is turned. */
    static byte[] encoded(String format, int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(int width, int height) {
        return encoded("jpg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    static byte[] png(int width, int height) {
        return encoded("png", width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** A JPEG whose EXIF block says how it lies and that it was taken at 30.64 N 104.07 E, by a camera with a name. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        return withSegment(jpeg(width, height), exif(orientation));
    }

    static byte[] withSegment(byte[] jpeg, byte[] body) {
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + body.length + 4);
        whole.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (body.length + 2));
        whole.put(body).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(220).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010f, 2, 12, 50);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 64);
        tiff.putInt(0);
        tiff.position(50).put("SECRETCAMERA".getBytes(StandardCharsets.US_ASCII));
        tiff.position(64).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 130);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 160);
        tiff.putInt(0);
        degrees(tiff, 130, 30, 38, 24);
        degrees(tiff, 160, 104, 4, 12);
        byte[] block = new byte[6 + tiff.capacity()];
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, block, 0, 6);
        System.arraycopy(tiff.array(), 0, block, 6, tiff.capacity());
        return block;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, int at, int degrees, int minutes, int seconds) {
        tiff.position(at);
        for (int part : new int[] {degrees, minutes, seconds}) {
            tiff.putInt(part).putInt(1);
        }
    }

    /** A PNG header that promises a size, with hardly anything behind it. */
    static byte[] pngThatPromises(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(8 + 25 + 24 + 12);
        out.putLong(0x89504e470d0a1a0aL);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
        chunk(out, "IEND", new byte[0]);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void chunk(ByteBuffer out, String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        out.putInt(body.length).put(name).put(body).putInt((int) crc.getValue());
    }

    /** A real JPEG whose header was changed to promise a size. */
    static byte[] jpegThatPromises(int width, int height) {
        byte[] file = jpeg(64, 64);
        for (int i = 2; i < file.length - 9; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    static byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("evil.class"));
            zip.write("HIDDENPAYLOAD".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] cut(byte[] file, double share) {
        return java.util.Arrays.copyOf(file, (int) (file.length * share));
    }
}
