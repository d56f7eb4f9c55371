package distillery.lesson;

import static distillery.lesson.LessonFolders.FRONT;
import static distillery.lesson.LessonFolders.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and folders as nobody would make them: each costs a sentence, and nothing beside itself. */
class StrangeFilesTest {
    @TempDir
    Path folder = Path.of("");

    private Path lesson = Path.of("");

    @BeforeEach
    void makeALesson() throws IOException {
        lesson = Files.createDirectory(folder.resolve("lesson"));
    }

    /** What is said of a lesson that shows this picture; it can be taught without. */
    private List<String> said(String picture) throws IOException {
        LessonFiles files = LessonFolders.read(lesson, "en.md", GOOD + "\n![What it shows](" + picture + ")\n");
        assertEquals(1, files.lessons().size());
        files.problems()
                .forEach(problem -> assertEquals("10", problem.arguments().get(1)));
        return files.problems().stream().map(Problem::key).toList();
    }

    private List<String> said(String picture, byte[] content) throws IOException {
        Files.write(lesson.resolve(picture), content);
        return said(picture);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] named = (name + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeInt(content.length);
        out.write(named);
        out.writeInt((int) sum.getValue());
    }

    /** A PNG of grey pixels whose head says so, whatever its pixels are. */
    private static byte[] grey(int width, int height, int depth, byte[] pixels, String... extra) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream values = new DataOutputStream(head);
        values.writeInt(width);
        values.writeInt(height);
        values.write(new byte[] {(byte) depth, 0, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        for (String name : extra) {
            chunk(
                    out,
                    name,
                    ("key\0\0" + new String(packed(new byte[1 << 20]), StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        chunk(out, "IDAT", packed(pixels));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void wholePicturesAreShownWhateverTheyAreCalled() throws IOException {
        assertEquals(List.of(), said("a.png", png(3, 2)));
        assertEquals(List.of(), said("b.jpg", png(3, 2)));
        assertEquals(List.of(), said("C.PNG", png(3, 2)));
        assertEquals(List.of(), said("deep.png", grey(1, 1, 16, new byte[3])));
        assertEquals(List.of(), said("notes.png", grey(1, 1, 8, new byte[2], "zTXt", "iCCP", "acTL")));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        assertEquals(List.of(), said("d.jpeg", jpeg.toByteArray()));
    }

    @Test
    void everyKindOfPngAndJpegIsShownAndThatForPrintersSaysWhatToDo() throws IOException {
        for (String name : List.of("progressive.jpg", "grey.jpg", "interlaced.png", "sixteen.png", "palette.png")) {
            assertEquals(List.of(), said(name, resource(name)), name);
        }
        assertEquals(List.of("lesson.picture-print"), said("cmyk.jpg", resource("cmyk.jpg")));
        byte[] cut = resource("progressive.jpg");
        assertEquals(List.of("lesson.picture-broken"), said("cut.jpg", Arrays.copyOf(cut, cut.length / 2)));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StrangeFilesTest.class.getResourceAsStream("/pictures/" + name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aPictureThatIsNoneOrTooLargeSaysSo() throws IOException {
        assertEquals(List.of("lesson.picture-pixels"), said("bomb.png", grey(100_000, 100_000, 8, new byte[9])));
        assertEquals(List.of("lesson.picture-pixels"), said("long.png", grey(10_001, 1, 8, new byte[10_002])));
        assertEquals(List.of("lesson.picture-broken"), said("short.png", grey(100, 100, 8, new byte[50])));
        byte[] spoilt = png(300, 300);
        spoilt[spoilt.length - 20] ^= 1;
        assertEquals(List.of("lesson.picture-broken"), said("spoilt.png", spoilt));
        assertEquals(List.of("lesson.picture-broken"), said("empty.png", new byte[0]));
        assertEquals(List.of("lesson.picture-broken"), said("cut.png", Arrays.copyOf(png(9, 9), 40)));
        for (String other : List.of("GIF89a\1\0\1\0", "BM123456", "<svg xmlns=''/>", "RIFF1234WEBP", "II*\0")) {
            byte[] bytes = other.getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(List.of("lesson.picture-kind"), said("other.png", bytes), other);
        }
        assertEquals(List.of("lesson.picture-kind"), said("a.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("lesson.picture-kind"), said("a.gif", "GIF89a".getBytes(StandardCharsets.UTF_8)));
        Files.createDirectory(lesson.resolve("folder.png"));
        assertEquals(List.of("lesson.picture-kind"), said("folder.png"));
    }

    @Test
    void allPicturesTogetherHaveABudgetThatCountsEachOnce() throws IOException {
        Files.write(lesson.resolve("a.png"), png(3_990, 3_990));
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 0; i < 12; i++) {
            text.append("\n![The same](a.png)\n");
        }
        assertEquals(
                List.of(), LessonFolders.read(lesson, "en.md", text.toString()).problems());
        for (int i = 0; i < 3; i++) {
            Files.write(lesson.resolve(i + ".png"), png(3_990, 3_990));
            text.append("\n![Another](" + i + ".png)\n");
        }
        LessonFiles files = LessonFolders.read(lesson, "en.md", text.toString());
        assertEquals(
                List.of("lesson.pictures-pixels", "lesson.pictures-pixels"),
                files.problems().stream().map(Problem::key).toList());
        assertEquals(1, files.lessons().size());
    }

    @Test
    void aPictureIsDecodedNoLargerThanPaperShowsItAndOnlyWhileItIsTheSame() throws IOException {
        said("a.png", png(3_990, 3_990));
        List<Prose.Block> blocks = ((LessonStep.Text) LessonReader.read(lesson)
                        .get(0)
                        .in(Locale.ENGLISH)
                        .orElseThrow()
                        .steps()
                        .get(0)
                        .parts()
                        .get(0))
                .prose()
                .blocks();
        Prose.Picture picture = assertInstanceOf(Prose.Picture.class, blocks.get(1));
        assertEquals(3_990, picture.width());
        assertTrue(PictureFile.decode(picture).getWidth() < 2_000);
        Files.write(lesson.resolve("a.png"), png(3, 3));
        assertThrows(IOException.class, () -> PictureFile.decode(picture));
        Files.delete(lesson.resolve("a.png"));
        assertThrows(IOException.class, () -> PictureFile.decode(picture));
    }

    @Test
    void whatStandsInTheirPlaceSaysWhy() throws IOException {
        LessonFiles files = LessonFolders.read(
                lesson,
                "zh-CN.md",
                FRONT + "## A\nSee $\\Roman{9}$.\n\n$$\n\\longdiv{1}{2}\n$$\n\n![Flame](gone.png)\n");
        assertEquals(3, files.problems().size());
        String text = ((LessonStep.Text) files.in(Locale.SIMPLIFIED_CHINESE)
                        .orElseThrow()
                        .steps()
                        .get(0)
                        .parts()
                        .get(0))
                .prose()
                .plain();
        assertTrue(text.contains("\\Roman{9} (公式中不允许使用命令"), text);
        assertTrue(text.contains("\\longdiv{1}{2} (公式中不允许使用命令"), text);
        assertTrue(text.contains("Flame (gone.png) (课程文件夹中没有图片"), text);
    }

    @Test
    void aLessonThatCannotBeReadCostsNoOther() throws IOException {
        Files.writeString(lesson.resolve("en.md"), GOOD);
        for (String name : List.of("a", "z")) {
            Files.createDirectories(folder.resolve(name).resolve("en.md"));
        }
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        List<LessonFiles> all = LessonReader.read(folder);
        assertEquals(
                List.of("a", "lesson", "z"),
                all.stream().map(LessonFiles::folder).toList());
        assertEquals(1, all.get(1).lessons().size());
        assertEquals(List.of(), all.get(1).problems());
    }

    @Test
    void whatIsTooManyIsSaidAndNotPassedOver() throws IOException {
        for (int i = 0; i < 1_001; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
        assertEquals(List.of("lesson.many-files"), keys(LessonReader.read(folder)));
        Files.writeString(folder.resolve("zh-CN.md"), GOOD);
        assertEquals(1, LessonReader.read(folder).get(0).lessons().size(), "it is the lesson, wherever it stands");
        Path many = Files.createDirectory(lesson.resolve("many"));
        for (int i = 0; i < 101; i++) {
            Files.writeString(
                    Files.createDirectory(many.resolve("l" + i)).resolve("en.md"), GOOD.replace("heat", "h" + i));
        }
        assertEquals(List.of("lesson.many-lessons"), keys(LessonReader.read(many)));
    }

    private static List<String> keys(List<LessonFiles> all) {
        return all.stream()
                .flatMap(files -> files.problems().stream())
                .map(Problem::key)
                .toList();
    }

    @Test
    void aTextThatNoCardHasRoomForSaysSo() throws IOException {
        assertEquals("lesson.step-long 7", first(GOOD + "\n- a".repeat(501)));
        assertEquals("lesson.step-long 7", first(GOOD + "word ".repeat(5_000)));
        assertEquals("lesson.long 3", first(GOOD.replace("title: Heat", "title: " + "heat ".repeat(100))));
        assertEquals("lesson.long 5", first(GOOD.replace("What does", "What " + "does ".repeat(200))));
        assertEquals("lesson.many-steps 31", first(FRONT + "## Step\nText.\n".repeat(10_000)));
    }

    private String first(String text) throws IOException {
        LessonFiles files = LessonFolders.read(lesson, "en.md", text);
        assertEquals(0, files.lessons().size());
        Problem first = files.problems().get(0);
        return first.key() + " " + first.arguments().get(1);
    }
}
