package distillery.view.shell;

import static java.lang.Math.min;

import distillery.lab.setup.WindowState.Bounds;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a stage stands when it is neither maximised nor in full screen, so that it can stand there again. */
public final class StageMemory {
    private static final int TRIES = 10;
    /** A second on most screens. */
    private static final int QUIET_FRAMES = 60;

    private final Stage stage;
    private final Settling settling = new Settling();
    private int tries = TRIES;
    private boolean due;
    private Bounds bounds;

    /** Puts the stage where it stood, as far as today's desktop allows. */
    public StageMemory(Stage stage, Bounds before, boolean maximised) {
        this.stage = stage;
        List<Bounds> desktop = Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(StageMemory::bounds)
                .toList();
        this.bounds = before.fittedInto(desktop);
        stage.setMinWidth(min(bounds.width(), Bounds.SMALLEST_WIDTH));
        stage.setMinHeight(min(bounds.height(), Bounds.SMALLEST_HEIGHT));
        place();
        stage.setMaximized(maximised);
        stage.setOnShown(event -> settling.start());
        stage.xProperty().subscribe(this::follow);
        stage.yProperty().subscribe(this::follow);
        stage.widthProperty().subscribe(this::follow);
        stage.heightProperty().subscribe(this::follow);
    }

    public Bounds bounds() {
        return bounds;
    }

    private void place() {
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
    }

    private void follow() {
        if (!stage.isShowing() || stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        if (tries > 0) {
            settle();
        } else if (stage.getWidth() >= stage.getMinWidth() && stage.getHeight() >= stage.getMinHeight()) {
            // Not every window manager keeps to the smallest size; a window that came up tiny would for ever.
            bounds = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    /**
     * Waits until nothing has changed for so many frames. Counting seconds would not do: a program that is starting holds up
     * its frames, and with them what the window manager has to say.
     */
    private final class Settling extends AnimationTimer {
        private int frames;

        @Override
        public void start() {
            frames = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            frames++;
            if (frames > QUIET_FRAMES) {
                tries = 0;
                stop();
            }
        }
    }

    /** With GTK a new window may fall back to 200×200 while its frame is put around it: it is placed again. */
    private void settle() {
        settling.start();
        if (!due && isElsewhere()) {
            due = true; // one answer to many changes at once, or the tries would be over before the last of them
            Platform.runLater(() -> {
                due = false;
                if (tries > 0 && isElsewhere()) {
                    tries--;
                    place();
                }
            });
        }
    }

    private boolean isElsewhere() {
        return stage.getWidth() != bounds.width() || stage.getHeight() != bounds.height();
    }

    private static Bounds bounds(Rectangle2D screen) {
        return new Bounds(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    }
}
