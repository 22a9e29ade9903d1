package cn.gridbell.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files made by hand, so that each part can be wrong. */
final class PngFiles {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int RGBA = 6;
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private PngFiles() {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }

    static PngFiles begin() {
        return new PngFiles();
    }

    /** A black picture, whole. */
    static byte[] black(int width, int height, int depth, int colour, boolean interlaced) {
        return begin().header(width, height, depth, colour, interlaced)
                .chunk("IDAT", zeros(length(width, height, depth, colour, interlaced)))
                .end();
    }

    PngFiles header(int width, int height, int depth, int colour, boolean interlaced) {
        ByteBuffer body = ByteBuffer.allocate(13).putInt(width).putInt(height);
        body.put((byte) depth).put((byte) colour).put((byte) 0).put((byte) 0).put((byte) (interlaced ? 1 : 0));
        return chunk("IHDR", body.array());
    }

    PngFiles chunk(String type, byte[] body) {
        return chunk(type, body, 0);
    }

    /** @param wrong added to the checksum */
    PngFiles chunk(String type, byte[] body, int wrong) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        file.writeBytes(name);
        file.writeBytes(body);
        file.writeBytes(
                ByteBuffer.allocate(4).putInt((int) crc.getValue() + wrong).array());
        return this;
    }

    byte[] end() {
        chunk("IEND", new byte[0]);
        return file.toByteArray();
    }

    byte[] open() {
        return file.toByteArray();
    }

    /** So many zeros, deflated: a thousand times smaller. */
    static byte[] zeros(long length) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        byte[] packed = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int now = (int) Math.min(block.length, left);
            deflater.setInput(block, 0, now);
            left -= now;
            while (!deflater.needsInput()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static long length(int width, int height, int depth, int colour, boolean interlaced) {
        int bits = depth * (colour == RGB ? 3 : colour == RGBA ? 4 : 1);
        if (!interlaced) {
            return (1 + ((long) width * bits + 7) / 8) * height;
        }
        long sum = 0;
        for (int[] pass : ADAM7) {
            long columns = (width - pass[0] + pass[2] - 1L) / pass[2];
            long rows = (height - pass[1] + pass[3] - 1L) / pass[3];
            sum += columns > 0 && rows > 0 ? (1 + (columns * bits + 7) / 8) * rows : 0;
        }
        return sum;
    }
}
