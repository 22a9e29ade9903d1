package cn.gridbell.photo;

import static cn.gridbell.photo.TestPictures.ascii;
import static cn.gridbell.photo.TestPictures.join;
import static cn.gridbell.photo.TestPictures.jpeg;
import static cn.gridbell.photo.TestPictures.withSegment;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that want to do harm, hide something or are merely odd, beside those of {@link DarkroomTest#badFiles()}. */
final class BadPictures {

    /** Stands wherever a file can hide something. */
    static final String MARK = "PLANTEDMARK7";

    private BadPictures() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        floods(files);
        bombs(files);
        polyglots(files);
        truncated(files);
        odd(files);
        metadata(files);
        return files;
    }

    private static void floods(Map<String, byte[]> files) {
        files.put("flood: jpeg 65500 x 65500", TestPictures.jpegThatPromises(65_500, 65_500));
        files.put("flood: jpeg 7000 x 7000", TestPictures.jpegThatPromises(7_000, 7_000));
        files.put(
                "flood: gif 65535 x 65535", ascii("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\0\0\0\0\0\u00ff\u00ff\u00ff;"));
        files.put(
                "flood: webp 16383 x 16383",
                ascii("RIFF\u0020\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\u00fe\u003f\0\u00fe\u003f\0"));
        files.put("flood: bmp 2147483647 square", bmp(Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.put("flood: bmp of negative height", bmp(100_000, Integer.MIN_VALUE));
        files.put("flood: tiff 1000000 x 1000000", tiff(1_000_000, 1_000_000));
        files.put("flood: png strip 1 x 50000000", PngFiles.black(1, 50_000_000, 1, PngFiles.GREY, false));
    }

    private static void bombs(Map<String, byte[]> files) {
        files.put("bomb: png 20000 x 20000 of nothing", PngFiles.black(20_000, 20_000, 1, PngFiles.GREY, false));
        files.put("bomb: png 6300 x 6300, 8 bit", PngFiles.black(6_300, 6_300, 8, PngFiles.RGB, false));
        files.put("bomb: png 6300 x 6300, 16 bit with alpha", PngFiles.black(6_300, 6_300, 16, PngFiles.RGBA, false));
        files.put("bomb: png 6300 x 6300, 16 bit, interlaced", PngFiles.black(6_300, 6_300, 16, PngFiles.RGBA, true));
        files.put("bomb: png text of 300 MB", withChunk("zTXt", join(ascii("a\0\0"), PngFiles.zeros(300_000_000))));
        files.put(
                "bomb: png international text of 300 MB",
                withChunk("iTXt", join(ascii("a\0\1\0\0\0"), PngFiles.zeros(300_000_000))));
        files.put(
                "bomb: png profile of 300 MB", withChunk("iCCP", join(ascii("icc\0\0"), PngFiles.zeros(300_000_000))));
        files.put(
                "bomb: png with more data than pixels",
                PngFiles.begin()
                        .header(20, 20, 8, PngFiles.RGB, false)
                        .chunk("IDAT", PngFiles.zeros(500_000_000))
                        .end());
        files.put("bomb: jpeg of 2000 scans", JpegFiles.scans(2_000));
        files.put("bomb: jpeg of 61 scans", JpegFiles.scans(61));
        files.put("bomb: progressive jpeg of 24 million pixels", JpegFiles.progressive(6_000, 4_000));
    }

    private static void polyglots(Map<String, byte[]> files) {
        byte[] picture = jpeg(60, 40);
        byte[] page = ascii("<html><script>alert('" + MARK + "')</script></html>");
        files.put("polyglot: jpeg, then html", join(picture, page));
        files.put("polyglot: html in a comment of a jpeg", comment(picture, page));
        files.put("polyglot: jpeg, then zip", join(picture, TestPictures.zip()));
        files.put(
                "polyglot: gif, then jar",
                join(TestPictures.encoded("gif", 20, 20, BufferedImage.TYPE_BYTE_INDEXED), TestPictures.zip()));
        files.put("polyglot: pdf, then jpeg", join(ascii("%PDF-1.4\n% " + MARK + "\n"), picture));
        files.put("polyglot: jpeg, then pdf", join(picture, ascii("%PDF-1.4\n" + MARK + "\n%%EOF")));
        files.put("polyglot: php in a png", withChunk("tEXt", ascii("Comment\0<?php system('" + MARK + "'); ?>")));
        files.put("polyglot: png, then jpeg", join(TestPictures.png(20, 20), withSegment(picture, ascii(MARK))));
        files.put(
                "polyglot: svg with a script",
                ascii("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>" + MARK
                        + "</script></svg>"));
        files.put("polyglot: html that begins like a bmp", ascii("BM<html>" + MARK));
        files.put(
                "polyglot: javascript in the marks of a jpeg",
                join(ascii("\u00ff\u00d8\u00ff\u00e0/*"), ascii("*/=1;alert(1)")));
    }

    /** Cut right after each mark of the file, where decoders differ most. */
    private static void truncated(Map<String, byte[]> files) {
        byte[] picture = TestPictures.jpegWithExif(200, 150, 6);
        int number = 0;
        for (int at = 2; at < picture.length - 3 && number < 12; at++) {
            if ((picture[at] & 0xff) == 0xff && (picture[at + 1] & 0xff) >= 0xc0 && (picture[at + 1] & 0xff) != 0xff) {
                files.put("truncated: jpeg after mark " + ++number, Arrays.copyOf(picture, at + 2));
            }
        }
        files.put("truncated: jpeg without its end mark", Arrays.copyOf(picture, picture.length - 2));
        files.put("truncated: png after its mark", PngFiles.begin().open());
        files.put(
                "truncated: png after its header",
                PngFiles.begin().header(20, 20, 8, PngFiles.RGB, false).open());
        files.put(
                "truncated: png without its end",
                PngFiles.begin()
                        .header(20, 20, 8, PngFiles.RGB, false)
                        .chunk("IDAT", PngFiles.zeros(1_220))
                        .open());
        files.put(
                "truncated: png with half its pixels",
                PngFiles.begin()
                        .header(20, 20, 8, PngFiles.RGB, false)
                        .chunk("IDAT", PngFiles.zeros(600))
                        .end());
    }

    private static void odd(Map<String, byte[]> files) {
        files.put("odd: heic", ascii("\0\0\0\u0024ftypheic\0\0\0\0mif1heicmiafMiHB\0\0\1\0meta"));
        files.put("odd: avif", ascii("\0\0\0\u0020ftypavif\0\0\0\0avifmif1miafMA1A\0\0\1\0meta"));
        files.put("odd: animated webp", ascii("RIFF\u0020\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\u0013\0\0\u0013\0\0ANIM"));
        files.put(
                "odd: animated gif",
                join(
                        TestPictures.encoded("gif", 20, 20, BufferedImage.TYPE_BYTE_INDEXED),
                        ascii("!\u00ff\u000bNETSCAPE2.0\3\1\0\0\0;")));
        files.put("odd: animated png", withChunk("acTL", new byte[] {0, 0, 0, 9, 0, 0, 0, 0}));
        files.put("odd: cmyk jpeg", JpegFiles.cmyk(0));
        files.put("odd: ycck jpeg", JpegFiles.cmyk(2));
        files.put("odd: 16 bit grey png", PngFiles.black(40, 30, 16, PngFiles.GREY, false));
        files.put("odd: interlaced png", PngFiles.black(41, 31, 8, PngFiles.RGBA, true));
        files.put("odd: palette png without a palette", PngFiles.black(40, 30, 8, PngFiles.PALETTE, false));
        files.put("odd: png of depth 3", PngFiles.black(40, 30, 3, PngFiles.RGB, false));
        files.put(
                "odd: png with two headers",
                PngFiles.begin()
                        .header(20, 20, 8, PngFiles.RGB, false)
                        .header(9, 9, 8, PngFiles.RGB, false)
                        .chunk("IDAT", PngFiles.zeros(1_220))
                        .end());
        files.put("odd: png with a wrong checksum in its header", wrongSum("IHDR"));
        files.put("odd: png with a wrong checksum in its data", wrongSum("IDAT"));
        files.put("odd: strip 1 x 65500", jpeg(1, 65_500));
        files.put("odd: strip 65500 x 1", jpeg(65_500, 1));
        files.put("odd: jpeg of no width", TestPictures.jpegThatPromises(0, 40));
        files.put("odd: arithmetic coding", JpegFiles.frame(0xc9));
        files.put("odd: lossless jpeg", JpegFiles.frame(0xc3));
        files.put("odd: two frames", JpegFiles.frame(0xc8));
        files.put(
                "odd: 10 MB of noise that begins like a jpeg",
                join(ascii("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"), new byte[10_000_000]));
        files.put("odd: one byte more than 10 MB", join(jpeg(40, 40), new byte[10 * 1024 * 1024]));
    }

    private static void metadata(Map<String, byte[]> files) {
        byte[] picture = jpeg(80, 60);
        files.put("metadata: exif with gps and camera", TestPictures.jpegWithExif(80, 60, 1));
        files.put("metadata: giant exif", withSegment(picture, join(ascii("Exif\0\0"), filled(60_000))));
        files.put("metadata: exif whose directory follows itself", withSegment(picture, loop(8)));
        files.put("metadata: exif whose directories follow each other", withSegment(picture, loop(26)));
        byte[] xmp = picture;
        byte[] icc = picture;
        for (int i = 0; i < 100; i++) {
            xmp = withSegment(xmp, join(ascii("http://ns.adobe.com/xmp/extension/\0"), filled(60_000)));
            icc = segment(icc, 0xe2, join(ascii("ICC_PROFILE\0\u0001\u0064"), filled(60_000)));
        }
        files.put("metadata: 6 MB of xmp", xmp);
        files.put("metadata: 6 MB of profile", icc);
        files.put(
                "metadata: iptc, comment, unknown application",
                segment(segment(comment(picture, filled(200)), 0xed, filled(200)), 0xef, filled(200)));
        files.put("metadata: exif in a png", withChunk("eXIf", ascii("II*\0" + MARK)));
        files.put("metadata: time and text in a png", withChunk("iTXt", ascii("Author\0\0\0\0\0" + MARK)));
        files.put(
                "metadata: another picture with a place inside the exif",
                withSegment(picture, join(ascii("Exif\0\0"), TestPictures.jpegWithExif(20, 20, 3))));
    }

    private static byte[] filled(int length) {
        return Arrays.copyOf(ascii(MARK.repeat(length / MARK.length() + 1)), length);
    }

    private static byte[] withChunk(String type, byte[] body) {
        return PngFiles.begin()
                .header(20, 20, 8, PngFiles.RGB, false)
                .chunk(type, body)
                .chunk("IDAT", PngFiles.zeros(1_220))
                .end();
    }

    private static byte[] wrongSum(String type) {
        PngFiles file = PngFiles.begin();
        if (type.equals("IHDR")) {
            byte[] body = {0, 0, 0, 20, 0, 0, 0, 20, 8, 2, 0, 0, 0};
            return file.chunk("IHDR", body, 1)
                    .chunk("IDAT", PngFiles.zeros(1_220))
                    .end();
        }
        return file.header(20, 20, 8, PngFiles.RGB, false)
                .chunk("IDAT", PngFiles.zeros(1_220), 1)
                .end();
    }

    private static byte[] comment(byte[] picture, byte[] words) {
        return segment(picture, 0xfe, words);
    }

    static byte[] segment(byte[] picture, int mark, byte[] body) {
        byte[] file = withSegment(picture, body);
        file[3] = (byte) mark;
        return file;
    }

    /** A directory of one entry whose next one begins at {@code next}: at 8 itself, at 26 a second one that leads back. */
    private static byte[] loop(int next) {
        ByteBuffer tiff = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(ascii("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(8)
                .putInt(next);
        tiff.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(8);
        return join(ascii("Exif\0\0"), tiff.array());
    }

    private static byte[] bmp(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("BM"))
                .putInt(80)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height);
        file.putShort((short) 1).putShort((short) 32).putInt(1);
        return file.array();
    }

    private static byte[] tiff(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) 3);
        file.putShort((short) 0x100).putShort((short) 4).putInt(1).putInt(width);
        file.putShort((short) 0x101).putShort((short) 4).putInt(1).putInt(height);
        file.putShort((short) 0x103).putShort((short) 3).putInt(1).putInt(8);
        return file.array();
    }
}
