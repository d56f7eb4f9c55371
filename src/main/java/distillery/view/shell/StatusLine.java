package distillery.view.shell;

import distillery.lab.EngineModel;
import distillery.view.Texts;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The line along the window's bottom: what goes on now, where it is saved, and whether something does not work. No
 * StatusBar of ControlsFX: that cuts its text off anywhere, and here facts stand whole or not at all.
 */
final class StatusLine extends HBox {
    /** All of a line up to the last gap of two blanks or more, with or without a dot in it. */
    private static final Pattern WITHOUT_THE_LAST = Pattern.compile("(.*[^\\s·])\\s{2,}.*");

    /**
     * A line about the screen in front.
     *
     * @param file where the set-up is saved; null as long as it is nowhere
     * @param modified whether it has changed since
     */
    StatusLine(
            ObservableValue<ScreenView> screen,
            ObservableValue<@Nullable Path> file,
            ObservableValue<Boolean> modified,
            EngineModel engine,
            Texts texts) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        facts(screen.flatMap(ScreenView::status).orElse("")),
                        saved(file, modified, texts),
                        engine(engine, texts),
                        new DetailsButton(engine, texts));
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

    private static Label saved(ObservableValue<@Nullable Path> file, ObservableValue<Boolean> modified, Texts texts) {
        Label label = new Label();
        label.setId("status-saved");
        label.textProperty()
                .bind(texts.live(
                        () -> {
                            Path path = file.getValue();
                            String key = modified.getValue() ? "shell.status.changed" : "shell.status.saved";
                            return path == null ? "" : texts.get(key, SetUpFiles.name(path));
                        },
                        file,
                        modified));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(file.map(Path::toString));
        label.setTooltip(tooltip);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Something only as long as one cannot train. */
    private static Label engine(EngineModel engine, Texts texts) {
        Label label = new Label();
        label.setId("status-engine");
        label.textProperty()
                .bind(texts.live(
                        () -> switch (engine.stateProperty().get().stage()) {
                            case LOADING -> texts.get("shell.status.loading");
                            case READY -> "";
                            case FAILED -> texts.get("shell.status.failed");
                        },
                        engine.stateProperty()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
