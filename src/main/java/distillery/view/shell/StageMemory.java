package distillery.view.shell;

import distillery.lab.WindowState.Bounds;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a stage stands when it is neither maximised nor in full screen, so that it can stand there again. */
public final class StageMemory {
    private final Stage stage;
    private final Bounds asked;
    private Bounds bounds;

    /** Puts the stage where it stood, as far as today's desktop allows. */
    public StageMemory(Stage stage, Bounds before, boolean maximised) {
        this.stage = stage;
        List<Bounds> desktop = Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(StageMemory::bounds)
                .toList();
        this.asked = before.fittedInto(desktop);
        this.bounds = asked;
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(maximised);
        stage.xProperty().subscribe(this::follow);
        stage.yProperty().subscribe(this::follow);
        stage.widthProperty().subscribe(this::follow);
        stage.heightProperty().subscribe(this::follow);
    }

    /** Asks once more for the size once the stage is shown: some window managers, as Openbox, pass over the first time. */
    public void insist() {
        if (!stage.isMaximized()) {
            stage.setWidth(asked.width());
            stage.setHeight(asked.height());
        }
    }

    public Bounds bounds() {
        return bounds;
    }

    private void follow() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            bounds = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static Bounds bounds(Rectangle2D screen) {
        return new Bounds(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    }
}
