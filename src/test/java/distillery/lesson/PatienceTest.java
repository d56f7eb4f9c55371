package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a folder has an end: what there is no time for is named, and costs nothing else. */
class PatienceTest {
    @TempDir
    Path folder = Path.of("");

    /** On this clock every look takes so long. */
    static Patience patience(long millis) {
        AtomicLong now = new AtomicLong();
        return new Patience(() -> now.getAndAdd(TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    private static List<String> keys(List<LessonFiles> all) {
        return all.stream()
                .flatMap(files -> files.problems().stream())
                .map(Problem::key)
                .toList();
    }

    @Test
    void lessonsThatThereIsNoTimeForAreNamed() throws IOException {
        for (int i = 0; i < 5; i++) {
            Path lesson = Files.createDirectory(folder.resolve("lesson" + i));
            Files.writeString(lesson.resolve("en.md"), LessonFolders.GOOD.replace("heat", "heat" + i));
        }
        List<LessonFiles> all = LessonReader.read(folder, patience(1_100));
        assertEquals(List.of("lesson.late"), keys(all));
        assertEquals(3, all.size());
        assertEquals("lesson2", all.get(2).problems().get(0).arguments().get(2));
        assertEquals(List.of(), keys(LessonReader.read(folder)));
    }

    @Test
    void formulasAndPicturesThatThereIsNoTimeForAreNamedWhereTheyStand() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB), "png", png);
        Files.write(folder.resolve("late.png"), png.toByteArray());
        Files.writeString(
                folder.resolve("en.md"), LessonFolders.GOOD + "\n$$x+31$$\n\n![A picture](late.png)\n\nAnd $y+17$.\n");
        List<LessonFiles> late = LessonReader.read(folder, patience(10_000));
        assertEquals(List.of("lesson.latex", "lesson.pictures-late", "lesson.latex"), keys(late));
        assertTrue(late.get(0).problems().get(0).getMessage().contains("too much in this lesson"));
        assertEquals(1, late.get(0).lessons().size(), "it can be taught without them");
        assertEquals(List.of(), keys(LessonReader.read(folder)));
    }

    @Test
    void aPictureIsGivenUpInTheMiddle() throws Exception {
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200 * 200; i++) {
            noise.setRGB(i % 200, i / 200, i * 2_654_435);
        }
        for (String kind : List.of("png", "jpg")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(noise, kind, bytes);
            PictureFile file = PictureFile.read(new ByteArrayInputStream(bytes.toByteArray()));
            Patience patience = patience(1_000);
            assertThrows(IOException.class, () -> file.decode(patience::isOver), kind);
            assertEquals(200, file.decode(() -> false).getWidth());
        }
    }

    @Test
    void whatIsNoFoldersFaultIsNotCounted() {
        AtomicLong now = new AtomicLong();
        Patience patience = new Patience(now::get);
        long before = patience.left();
        patience.except(() -> now.addAndGet(TimeUnit.HOURS.toNanos(1)));
        assertEquals(before, patience.left());
    }
}
