package distillery.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The files that ship with the program: fonts, pictures, style sheets. A missing one is a broken build. */
public final class Assets {
    private static final AtomicBoolean FONTS_LOADED = new AtomicBoolean();

    private Assets() {}

    /** The family that {@link #loadFonts} brings; it holds Latin, Greek and Chinese. */
    public static final String FONT_FAMILY = "Noto Sans SC";

    /** Registers the included fonts, the first time. Without them a computer with no Chinese font shows boxes. */
    public static void loadFonts() {
        if (FONTS_LOADED.getAndSet(true)) {
            return;
        }
        for (String file : new String[] {"NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"}) {
            try (InputStream stream = open("fonts/" + file)) {
                Font.loadFont(stream, 12);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** A picture of {@code assets/pictures}, by name without ending. */
    public static Image picture(String name) {
        return new Image(url("pictures/" + name + ".png").toExternalForm());
    }

    /** Where a style sheet of {@code assets/styles} is, by name without ending. */
    public static String styleSheet(String name) {
        return url("styles/" + name + ".css").toExternalForm();
    }

    /** A whole text file under {@code assets}. */
    public static String text(String path) {
        try (InputStream stream = open(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Any file under {@code assets}, to be closed. */
    public static InputStream open(String path) throws IOException {
        return url(path).openStream();
    }

    private static URL url(String path) {
        URL found = Assets.class.getResource("/assets/" + path);
        if (found == null) {
            throw new IllegalStateException("assets/" + path + " is missing from the program");
        }
        return found;
    }
}
