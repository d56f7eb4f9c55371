package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import distillery.data.Problem;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks at the folder happen when the test says so. */
class LessonLibraryTest {
    @TempDir
    Path folder = Path.of("");

    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final LessonLibrary shelf = new LessonLibrary(Runnable::run, looks::add, Runnable::run);

    @BeforeEach
    void open() throws IOException {
        write("Heat");
        shelf.open(folder);
    }

    private void write(String title) throws IOException {
        Files.writeString(
                folder.resolve("en.md"),
                "---\nid: heat\ntitle: " + title + "\nminutes: 5\ngoal: Why?\n---\n## A\nText.\n");
    }

    private LessonFiles look() {
        looks.remove().run();
        return shelf.own().get(0);
    }

    private String title() {
        return title(shelf);
    }

    private static String title(LessonLibrary shelf) {
        return heat(shelf).map(Lesson::title).orElse("none");
    }

    private static Optional<Lesson> heat(LessonLibrary shelf) {
        return shelf.own().stream()
                .flatMap(files -> files.in(Locale.ENGLISH).stream())
                .filter(lesson -> lesson.id().equals("heat"))
                .findFirst();
    }

    @Test
    void anOpenedFolderIsRead() {
        assertEquals("Heat", title());
        assertEquals(folder.toAbsolutePath(), shelf.folderProperty().get());
    }

    @Test
    void aSavedFileIsReadAgain() throws IOException {
        write("More heat");
        look();
        assertEquals("More heat", title());
        List<LessonFiles> before = List.copyOf(shelf.own());
        look();
        assertEquals(before, shelf.own());
    }

    @Test
    void theLastGoodLessonStaysBesideItsProblems() throws IOException {
        write("'Heat");
        assertEquals("lesson.yaml", look().problems().get(0).key());
        assertEquals("Heat", title());
        write("Warmth");
        assertTrue(look().problems().isEmpty());
        assertEquals("Warmth", title());
    }

    @Test
    void aFolderThatIsGoneSaysSoAndMayComeBack() throws IOException {
        Files.delete(folder.resolve("en.md"));
        assertEquals("lesson.none", look().problems().get(0).key());
        write("Again");
        look();
        assertEquals("Again", title());
    }

    @Test
    void anEmptyFolderSaysSoAndMayBeFilled(@TempDir Path empty) throws IOException {
        looks.clear();
        shelf.open(empty);
        assertEquals("lesson.none", shelf.own().get(0).problems().get(0).key());
        Path mine = Files.createDirectory(empty.resolve("mine"));
        Files.copy(folder.resolve("en.md"), mine.resolve("en.md"));
        look();
        assertEquals("Heat", title());
    }

    @Test
    void aFolderThatIsNotThereYetSaysSoAndMayCome() throws IOException {
        Path late = folder.resolve("late");
        looks.clear();
        shelf.open(late);
        assertEquals("lesson.no-folder", shelf.own().get(0).problems().get(0).key());
        assertEquals(late.toAbsolutePath(), shelf.folderProperty().get());
        Files.createDirectory(late);
        Files.copy(folder.resolve("en.md"), late.resolve("en.md"));
        look();
        assertEquals("Heat", title());
    }

    @Test
    void theChosenFolderMayBeALinkAndIsWatchedAsTheFolderIs(@TempDir Path other) throws IOException {
        Path link = other.resolve("link");
        assumeTrue(isLinked(link, folder), "some systems have no links");
        Files.createSymbolicLink(folder.resolve("up"), folder); // the way down never ends
        write("Heat");
        looks.clear();
        shelf.open(link);
        assertEquals("Heat", title());
        write("More heat");
        look();
        assertEquals("More heat", title());
    }

    @Test
    void aLinkOutOfTheChosenFolderIsNamedAndNotFollowed(@TempDir Path other) throws IOException {
        Path link = other.resolve("link");
        assumeTrue(isLinked(link, folder), "some systems have no links");
        looks.clear();
        shelf.open(other);
        assertEquals("none", title());
        Problem refused = shelf.own().get(0).problems().get(0);
        assertEquals("lesson.link-out", refused.key());
        assertEquals(link.toString(), refused.arguments().get(0));
        List<LessonFiles> before = List.copyOf(shelf.own());
        write("More heat");
        look();
        assertEquals(before, shelf.own(), "nobody looks what changes there");
    }

    private static boolean isLinked(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (IOException | UnsupportedOperationException noLinks) {
            return false;
        }
    }

    @Test
    void aFolderPutAwayIsNotLookedAtAnyMore() {
        shelf.close();
        looks.remove().run();
        assertTrue(looks.isEmpty());
        assertEquals("none", title());
    }

    @Test
    void aFolderOpenedAgainIsStillLookedAtOnlyOnce() throws IOException {
        shelf.open(folder);
        shelf.open(folder);
        for (int i = 0; i < 9; i++) {
            look();
        }
        assertEquals(1, looks.size(), "looks that call the next");
        write("More heat");
        look();
        assertEquals("More heat", title());
    }

    @Test
    void aFailureIsToldAndTheWatchingGoesOn() throws IOException {
        Queue<RuntimeException> failures = new ArrayDeque<>();
        LessonLibrary unlucky = new LessonLibrary(Runnable::run, looks::add, Runnable::run, path -> {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return LessonReader.read(path);
        });
        looks.clear();
        unlucky.open(folder);
        failures.add(new IllegalStateException("a mistake of the program"));
        write("Warmth");
        assertThrows(IllegalStateException.class, () -> looks.remove().run());
        assertEquals("Heat", title(unlucky));
        write("Again");
        looks.remove().run();
        assertEquals("Again", title(unlucky));
    }

    @Test
    void aFolderThatMayNotBeReadHidesNoOther() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.move(folder.resolve("en.md"), mine.resolve("en.md"));
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "for some nothing is locked");
        try {
            look();
            assertEquals("Heat", title());
            Files.writeString(
                    mine.resolve("en.md"),
                    Files.readString(mine.resolve("en.md")).replace("Heat", "More heat"));
            look();
            assertEquals("More heat", title());
        } finally {
            assertTrue(locked.toFile().setReadable(true));
        }
    }

    @Test
    void aFolderToBeReadLaterIsKnownAtOnce() {
        Queue<Runnable> inTime = new ArrayDeque<>();
        shelf.open(folder, inTime::add);
        assertEquals(folder.toAbsolutePath(), shelf.folderProperty().get());
        assertEquals("none", title());
        inTime.remove().run();
        assertEquals("Heat", title());
    }

    @Test
    void aFolderOpenedMeanwhileWins(@TempDir Path other) {
        Queue<Runnable> inTime = new ArrayDeque<>();
        shelf.open(folder, inTime::add);
        shelf.open(other);
        inTime.remove().run();
        assertEquals(other.toAbsolutePath(), shelf.folderProperty().get());
        assertEquals("none", title());
    }

    @ParameterizedTest
    @CsvSource({"., flame.png", "heat, flame.png", "heat, pictures/flame.png"})
    void aPictureSavedAnewMakesALessonAnew(String place, String name) throws IOException {
        Path all = Files.createDirectory(folder.resolve("all"));
        Path lesson = all.resolve(place);
        Path flame = lesson.resolve(name);
        Files.createDirectories(flame.getParent());
        Files.copy(folder.resolve("en.md"), lesson.resolve("en.md"));
        Files.writeString(lesson.resolve("en.md"), "\n![A flame](" + name + ")\n", StandardOpenOption.APPEND);
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", flame.toFile());
        looks.clear();
        shelf.open(all);
        Lesson before = heat(shelf).orElseThrow();
        picture.setRGB(1, 1, 0xFF8800);
        ImageIO.write(picture, "png", flame.toFile());
        look();
        assertNotEquals(before, heat(shelf).orElseThrow());
    }
}
