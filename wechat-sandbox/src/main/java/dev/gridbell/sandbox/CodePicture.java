package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A real PNG that looks like a code; what it means stands readable in its {@code tEXt} chunk under {@code scene}. */
final class CodePicture {
    private static final int CELLS = 29;
    private static final int PIXELS = 10;
    private static final int SIDE = CELLS * PIXELS;
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private CodePicture() {}

    static byte[] png(String scene) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MAGIC);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
        header.put(new byte[] {8, 0, 0, 0, 0});
        chunk(file, "IHDR", header.array());
        chunk(file, "tEXt", ("scene\0" + scene).getBytes(ISO_8859_1));
        chunk(file, "IDAT", pixels(scene));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Grey rows, each with filter 0 in front: a white rim, three squares in the corners, the rest drawn from the scene. */
    private static byte[] pixels(String scene) {
        boolean[][] dark = new boolean[CELLS][CELLS];
        SplittableRandom random = new SplittableRandom(scene.hashCode());
        for (int row = 2; row < CELLS - 2; row++) {
            for (int column = 2; column < CELLS - 2; column++) {
                dark[row][column] = random.nextBoolean();
            }
        }
        corner(dark, 2, 2);
        corner(dark, 2, CELLS - 9);
        corner(dark, CELLS - 9, 2);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < SIDE; y++) {
                deflater.write(0);
                for (int x = 0; x < SIDE; x++) {
                    deflater.write(dark[y / PIXELS][x / PIXELS] ? 0 : 255);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void corner(boolean[][] dark, int top, int left) {
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                int ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
                dark[top + row][left + column] = ring != 2;
            }
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(ISO_8859_1);
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
