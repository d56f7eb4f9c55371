package distillery.view.shell;

import distillery.data.Problem;
import distillery.lab.EngineModel;
import distillery.view.Texts;
import java.util.regex.Pattern;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The line along the window's bottom: the screen's facts on the left, the engine and memory on the right. */
final class StatusLine extends HBox {
    private static final Duration MEMORY_INTERVAL = Duration.seconds(2);
    private static final long MEGABYTE = 1 << 20;

    /** All of a line up to the last gap of two blanks or more, with or without a dot in it. */
    private static final Pattern WITHOUT_THE_LAST = Pattern.compile("(.*[^\\s·])\\s{2,}.*");

    private final LongProperty megabytes = new SimpleLongProperty(usedMegabytes());
    private final Timeline watch = new Timeline(new KeyFrame(MEMORY_INTERVAL, event -> megabytes.set(usedMegabytes())));

    StatusLine(ObservableValue<ScreenView> screen, EngineModel engine, Texts texts) {
        getStyleClass().add("status-line");
        getChildren()
                .addAll(facts(screen.flatMap(ScreenView::status).orElse("")), engine(engine, texts), memory(texts));
        watch.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                watch.stop();
            } else {
                watch.play();
            }
        });
    }

    /** Facts stand whole or not at all: where there is no room the last ones go, and the tooltip has them. */
    private static Label facts(ObservableValue<String> all) {
        Label label = new Label();
        label.setId("status-facts");
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        setHgrow(label, Priority.ALWAYS);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(all);
        label.setTooltip(tooltip);
        Runnable fit = () -> {
            String fewer = all.getValue();
            do {
                label.setText(fewer);
                fewer = WITHOUT_THE_LAST.matcher(fewer).replaceFirst("$1");
            } while (label.getWidth() > 0
                    && label.prefWidth(USE_COMPUTED_SIZE) > label.getWidth()
                    && fewer.length() < label.getText().length());
        };
        all.subscribe(fit);
        label.widthProperty().subscribe(fit);
        label.fontProperty().subscribe(fit);
        fit.run();
        return label;
    }

    private static Label engine(EngineModel engine, Texts texts) {
        Label label = new Label();
        label.setId("status-engine");
        label.textProperty()
                .bind(texts.live(() -> sentence(engine.stateProperty().get(), texts), engine.stateProperty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(texts.live(
                        () -> {
                            EngineModel.State state = engine.stateProperty().get();
                            Problem problem = state.problem();
                            return problem == null
                                    ? sentence(state, texts)
                                    : texts.get(
                                            problem.key(), problem.arguments().toArray());
                        },
                        engine.stateProperty()));
        label.setTooltip(tooltip);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String sentence(EngineModel.State state, Texts texts) {
        return switch (state.stage()) {
            case LOADING -> texts.get("shell.engine.loading");
            case READY -> texts.get("shell.engine.ready", state.threads());
            case FAILED -> texts.get("shell.engine.failed");
        };
    }

    private Label memory(Texts texts) {
        Label label = new Label();
        label.setId("status-memory");
        label.textProperty().bind(texts.live(() -> texts.get("shell.memory", megabytes.get()), megabytes));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("shell.memory.hint"));
        label.setTooltip(tooltip);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
