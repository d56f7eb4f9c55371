package distillery.lab.setup;

import static java.lang.Math.max;
import static java.lang.Math.min;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.AtomicFile;
import distillery.data.JsonFile;
import distillery.data.Problem;
import distillery.data.QuarantinedFile;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.data.TextBundles;
import distillery.lab.Appearance;
import distillery.lab.Look;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers between two runs.
 *
 * @param language a tag such as {@code zh-CN}
 * @param screen the id of the screen that was open
 * @param recent the set-up files opened or saved last, newest first
 * @param lessonsOpen whether the lessons stand beside the screen; null is a no
 * @param lessonFolder the teacher's own folder of lessons; null for none
 * @param tourKnown whether the way around the Loss screen was gone or skipped; null is a no
 */
public record WindowState(
        String language,
        Look look,
        double textScale,
        Bounds bounds,
        boolean maximised,
        String screen,
        List<String> recent,
        @Nullable Boolean lessonsOpen,
        @Nullable String lessonFolder,
        @Nullable Boolean tourKnown) {

    /** A rectangle on the desktop in pixels. */
    public record Bounds(double x, double y, double width, double height) {
        public static final double SMALLEST_WIDTH = 960;
        public static final double SMALLEST_HEIGHT = 640;
        private static final double TITLE = 64;
        private static final double FARTHEST = 1e5;

        public Bounds {
            Refusal.unlessBetween(-FARTHEST, FARTHEST, "x", x);
            Refusal.unlessBetween(-FARTHEST, FARTHEST, "y", y);
            Refusal.unlessBetween(1, FARTHEST, "width", width);
            Refusal.unlessBetween(1, FARTHEST, "height", height);
        }

        /** The same where its title can be grabbed on one of the desktop's screens, else centred on the first. */
        public Bounds fittedInto(List<Bounds> screens) {
            Bounds home =
                    screens.stream().filter(this::isReachableOn).findFirst().orElse(screens.get(0));
            double fitWidth = min(max(width, SMALLEST_WIDTH), home.width);
            double fitHeight = min(max(height, SMALLEST_HEIGHT), home.height);
            if (isReachableOn(home)) {
                return new Bounds(x, y, fitWidth, fitHeight);
            }
            return new Bounds(
                    home.x + (home.width - fitWidth) / 2, home.y + (home.height - fitHeight) / 2, fitWidth, fitHeight);
        }

        private boolean isReachableOn(Bounds screen) {
            double visible = min(x + width, screen.x + screen.width) - max(x, screen.x);
            return visible >= TITLE && y >= screen.y && y <= screen.y + screen.height - TITLE;
        }
    }

    private static final int LARGEST_MEGABYTES = 1;

    private static final JsonMapper JSON = new JsonMapper();

    public WindowState {
        Required.nonNull(language, "language");
        Required.nonNull(look, "look");
        Required.nonNull(bounds, "bounds");
        Required.nonNull(screen, "screen");
        Refusal.unlessBetween(Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT, "textScale", textScale);
        recent = List.copyOf(Required.nonNull(recent, "recent"));
        Refusal.unless(recent.stream().allMatch(path -> path.indexOf('\0') < 0), "recent", "refused.nul");
        Refusal.unless(lessonFolder == null || lessonFolder.indexOf('\0') < 0, "lessonFolder", "refused.nul");
    }

    /** How the window opens the first time, for a system in the language {@code system}. */
    public static WindowState first(Locale system) {
        Locale language = system.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return new WindowState(
                language.toLanguageTag(),
                Look.LIGHT,
                1,
                new Bounds(0, -1, 1280, 800),
                false,
                "",
                List.of(),
                true,
                null,
                false);
    }

    /** Reads it back; the first state where there is none. A file that makes no sense is put aside, and {@code told}. */
    public static WindowState read(Path file, Locale system, Consumer<Problem> told) {
        return QuarantinedFile.read(
                file,
                () -> first(system),
                any -> JsonFile.read(any, LARGEST_MEGABYTES).bind(JsonPointer.empty(), WindowState.class),
                told);
    }

    public void write(Path file) throws Problem {
        AtomicFile.write(
                file, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this)));
    }

    /** The language that the tag means; English for one that is not here. */
    public Locale locale() {
        return TextBundles.languages().stream()
                .filter(each -> each.toLanguageTag().equals(language))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** Whether the lessons stand beside the screen; not before they were opened once: the screens need the room. */
    public boolean lessonsShown() {
        return Boolean.TRUE.equals(lessonsOpen);
    }

    /** The teacher's own folder of lessons. */
    public Optional<Path> ownLessons() {
        return Optional.ofNullable(lessonFolder).flatMap(WindowState::path);
    }

    /** The set-up files opened or saved last, as far as this system's language can name them now. */
    public List<Path> recentFiles() {
        return recent.stream().flatMap(name -> path(name).stream()).toList();
    }

    /** The same state with what cannot be named now kept for a start that can. */
    public WindowState keeping(WindowState before) {
        Stream<String> unnamed =
                before.recent.stream().filter(name -> path(name).isEmpty());
        String folder = before.lessonFolder;
        return new WindowState(
                language,
                look,
                textScale,
                bounds,
                maximised,
                screen,
                Stream.concat(recent.stream(), unnamed).toList(),
                lessonsOpen,
                lessonFolder == null && folder != null && path(folder).isEmpty() ? folder : lessonFolder,
                tourKnown);
    }

    /** A Chinese name cannot be a path where the system is set to plain ASCII, as with LC_ALL=C. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException unnamed) {
            return Optional.empty();
        }
    }
}
