package cn.gridbell.photo;

import static cn.gridbell.photo.TestPictures.ascii;
import static cn.gridbell.photo.TestPictures.cut;
import static cn.gridbell.photo.TestPictures.join;
import static cn.gridbell.photo.TestPictures.jpeg;
import static cn.gridbell.photo.TestPictures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cn.gridbell.platform.geo.GeoPoint;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an uploaded file, and which files are not kept at all. */
class DarkroomTest {

    static Stream<Map.Entry<String, byte[]>> badFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("one byte", new byte[] {(byte) 0xff});
        files.put("only the start of a jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        files.put("start and end of a jpeg", ascii("\u00ff\u00d8\u00ff\u00d9"));
        files.put("text", ascii("hello, I am photo.jpg"));
        files.put("html", ascii("<html><script>alert(1)</script></html>"));
        files.put("svg", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        files.put("pdf", ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"));
        files.put("zip", TestPictures.zip());
        files.put("elf", ascii("\u007fELF\u0002\u0001\u0001"));
        files.put("gif", TestPictures.encoded("gif", 40, 40, BufferedImage.TYPE_BYTE_INDEXED));
        files.put("bmp", TestPictures.encoded("bmp", 40, 40, BufferedImage.TYPE_INT_RGB));
        files.put("tiff", TestPictures.encoded("tiff", 40, 40, BufferedImage.TYPE_INT_RGB));
        files.put("webp", ascii("RIFF\u0010\0\0\0WEBPVP8 \0\0\0\0"));
        files.put("heic", ascii("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
        files.put("html before a jpeg", join(ascii("<html>"), jpeg(40, 40)));
        files.put("zeros", new byte[5_000]);
        files.put("jpeg with a segment that runs past the end", ascii("\u00ff\u00d8\u00ff\u00e1\u00ff\u00ffExif\0\0"));
        files.put("jpeg with a segment of length zero", ascii("\u00ff\u00d8\u00ff\u00e0\0\0\u00ff\u00d9"));
        files.put("jpeg of nothing but scans", scans(2_000));
        files.put("png with nothing in it", TestPictures.pngThatPromises(40, 40));
        files.put("png of no width", TestPictures.pngThatPromises(0, 40));
        files.put("png of negative width", TestPictures.pngThatPromises(-1, 40));
        files.put("png of 60000 by 60000", TestPictures.pngThatPromises(60_000, 60_000));
        files.put("png of two billion square", TestPictures.pngThatPromises(Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.put("jpeg of 60000 by 60000", TestPictures.jpegThatPromises(60_000, 60_000));
        files.put("jpeg of no height", TestPictures.jpegThatPromises(60, 0));
        files.put("jpeg with its tables gone", withoutTables(jpeg(64, 64)));
        for (double share : new double[] {0.05, 0.2, 0.5, 0.8, 0.99}) {
            files.put("jpeg cut at " + share, cut(jpeg(400, 300), share));
            files.put("png cut at " + share, cut(png(400, 300), share));
        }
        byte[] whole = jpeg(400, 300);
        files.put("jpeg without its last byte", Arrays.copyOf(whole, whole.length - 1));
        return files.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesWhatIsNoWholePicture(Map.Entry<String, byte[]> file) {
        assertThatExceptionOfType(PhotoRefused.class)
                .as(file.getKey())
                .isThrownBy(() -> Darkroom.develop(file.getValue()))
                .matches(refused -> refused.status().is4xxClientError())
                .matches(refused -> refused.detail().matches("(?s).*[\\u4e00-\\u9fff].*"));
    }

    @Test
    void readsTheSizeBeforeItDecodes() {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> Darkroom.develop(TestPictures.pngThatPromises(60_000, 60_000)))
                .matches(refused -> refused.type().toString().equals("urn:problem:photo:too-many-pixels"));
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> Darkroom.develop(TestPictures.jpegThatPromises(60_000, 60_000)))
                .matches(refused -> refused.type().toString().equals("urn:problem:photo:too-many-pixels"));
    }

    @Test
    void aThousandDamagedPicturesAreKeptWholeOrRefused() {
        Random dice = new Random(20261124);
        List<byte[]> originals = List.of(jpeg(120, 90), TestPictures.jpegWithExif(120, 90, 6), png(120, 90));
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] file = originals.get(i % originals.size()).clone();
            for (int hit = 0; hit <= dice.nextInt(8); hit++) {
                file[dice.nextInt(file.length)] = (byte) dice.nextInt(256);
            }
            try {
                Darkroom.Developed developed = Darkroom.develop(file);
                assertThat(metadataOf(developed.jpeg())).isEmpty();
                kept++;
            } catch (PhotoRefused refused) {
                assertThat(refused.status().is4xxClientError()).isTrue();
            }
        }
        assertThat(kept).isBetween(1, 999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsThePictureUpright(int orientation) throws Exception {
        Darkroom.Developed developed = Darkroom.develop(TestPictures.jpegWithExif(400, 200, orientation));

        boolean lying = orientation >= 5;
        assertThat(developed.width()).isEqualTo(lying ? 200 : 400);
        assertThat(developed.height()).isEqualTo(lying ? 400 : 200);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(developed.jpeg()));
        int right = developed.width() - 10;
        int bottom = developed.height() - 10;
        // Where the stored top left corner is seen: EXIF 2.3, orientation.
        int[] corner =
                switch (orientation) {
                    case 2, 6 -> new int[] {right, 10};
                    case 3, 7 -> new int[] {right, bottom};
                    case 4, 8 -> new int[] {10, bottom};
                    default -> new int[] {10, 10};
                };
        assertThat(picture.getRGB(corner[0], corner[1]) & 0xff).as("red there").isLessThan(90);
        assertThat(picture.getRGB(developed.width() / 2, developed.height() / 2) & 0xff)
                .as("white in the middle")
                .isGreaterThan(200);
    }

    @Test
    void keepsNothingButThePixels() {
        byte[] file = join(TestPictures.jpegWithExif(400, 300, 1), TestPictures.zip());
        file = TestPictures.withSegment(file, ascii("http://ns.adobe.com/xap/1.0/\0<x>SECRETXMP</x>"));

        byte[] kept = Darkroom.develop(file).jpeg();

        assertThat(metadataOf(kept)).isEmpty();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRETCAMERA", "SECRETXMP", "HIDDENPAYLOAD", "Exif", "PK");
    }

    @Test
    void givesThePlaceAsAHint() {
        GeoPoint place = Darkroom.develop(TestPictures.jpegWithExif(40, 40, 1)).place();

        assertThat(place).isNotNull();
        assertThat(place.latitude()).isCloseTo(30.64, within(1e-6));
        assertThat(place.longitude()).isCloseTo(104.07, within(1e-6));
    }

    @Test
    void exifThatCannotBeReadIsNoReasonToRefuse() {
        byte[] broken = TestPictures.withSegment(jpeg(40, 40), ascii("Exif\0\0II*\0\u00ff\u00ff\u00ff\u007fgarbage"));

        assertThat(Darkroom.develop(broken).place()).isNull();
    }

    @Test
    void largePicturesAreMadeSmaller() {
        Darkroom.Developed developed = Darkroom.develop(jpeg(6_000, 4_000));

        assertThat(developed.width()).isEqualTo(Darkroom.LONGEST_EDGE);
        assertThat(developed.height()).isBetween(1_700, 1_710);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws Exception {
        var transparent = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(transparent, "png", out);

        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(Darkroom.develop(out.toByteArray()).jpeg()));

        assertThat(picture.getRGB(10, 10) & 0xffffff).isEqualTo(0xffffff);
    }

    private static byte[] scans(int count) {
        byte[] file = jpeg(40, 40);
        List<Byte> bytes = new ArrayList<>();
        for (int i = 0; i < file.length - 2; i++) {
            bytes.add(file[i]);
        }
        for (int i = 0; i < count; i++) {
            for (byte b : ascii("\u00ff\u00da\0\u000c\u0003\u0001\0\u0002\u0011\u0003\u0011\0\u003f\0\u0012")) {
                bytes.add(b);
            }
        }
        byte[] more = new byte[bytes.size()];
        for (int i = 0; i < more.length; i++) {
            more[i] = bytes.get(i);
        }
        return join(more, ascii("\u00ff\u00d9"));
    }

    /** Quantization tables renamed to comments. */
    private static byte[] withoutTables(byte[] file) {
        for (int i = 2; i < file.length - 1; i++) {
            if ((file[i] & 0xff) == 0xff && ((file[i + 1] & 0xff) == 0xdb || (file[i + 1] & 0xff) == 0xc4)) {
                file[i + 1] = (byte) 0xfe;
            }
        }
        return file;
    }

    /** The tags of everything but the picture itself. */
    private static List<String> metadataOf(byte[] jpeg) {
        try {
            List<String> found = new ArrayList<>();
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                    .getDirectories()) {
                if (!List.of("JPEG", "JFIF", "Huffman", "File Type").contains(directory.getName())) {
                    found.add(directory.getName());
                }
            }
            return found;
        } catch (Exception e) {
            throw new AssertionError("a kept picture cannot be read", e);
        }
    }
}
