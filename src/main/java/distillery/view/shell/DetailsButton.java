package distillery.view.shell;

import distillery.data.Problem;
import distillery.lab.EngineModel;
import distillery.view.Assets;
import distillery.view.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Opens what is of interest when something does not work: versions, the engine, memory. No class looks at it. */
final class DetailsButton extends Button {
    private static final Duration MEMORY_INTERVAL = Duration.seconds(2);
    private static final Duration FADE = Duration.millis(100);
    private static final long MEGABYTE = 1 << 20;

    private final EngineModel engine;
    private final Texts texts;
    private final LongProperty megabytes = new SimpleLongProperty();
    private final Timeline watch = new Timeline(
            new KeyFrame(Duration.ZERO, event -> megabytes.set(usedMegabytes())), new KeyFrame(MEMORY_INTERVAL));

    DetailsButton(EngineModel engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
        setId("status-details");
        getStyleClass().add("details-button");
        textProperty().bind(texts.text("shell.details"));
        setMinWidth(USE_PREF_SIZE);
        watch.setCycleCount(Animation.INDEFINITE);
        PopOver details = new PopOver(content());
        details.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        details.setDetachable(false);
        details.setFadeInDuration(FADE);
        details.setFadeOutDuration(FADE);
        details.setOnShowing(event -> watch.play());
        details.setOnHidden(event -> watch.stop());
        setOnAction(event -> {
            if (details.isShowing()) {
                details.hide();
            } else {
                details.show(this);
            }
        });
    }

    private VBox content() {
        VBox content = new VBox(
                line(
                        "version",
                        texts.text(
                                "shell.about.version",
                                Assets.text("version.txt").strip())),
                line("engine", texts.live(() -> sentence(engine.stateProperty().get()), engine.stateProperty())),
                line("memory", texts.live(() -> texts.get("shell.memory", megabytes.get()), megabytes)),
                line(
                        "java",
                        texts.text(
                                "shell.details.java",
                                System.getProperty("java.version", "?"),
                                System.getProperty("javafx.version", "?"))),
                line(
                        "system",
                        texts.text(
                                "shell.details.system",
                                System.getProperty("os.name", "?"),
                                System.getProperty("os.arch", "?"))));
        content.getStyleClass().add("details");
        return content;
    }

    private static Label line(String id, ObservableValue<String> words) {
        Label line = new Label();
        line.setId("details-" + id);
        line.textProperty().bind(words);
        line.setWrapText(true);
        return line;
    }

    private String sentence(EngineModel.State state) {
        Problem problem = state.problem();
        return switch (state.stage()) {
            case LOADING -> texts.get("shell.engine.loading");
            case READY -> texts.get("shell.engine.ready", state.threads());
            case FAILED ->
                problem == null
                        ? texts.get("shell.engine.failed")
                        : texts.get(problem.key(), problem.arguments().toArray());
        };
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
