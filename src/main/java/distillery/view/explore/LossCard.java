package distillery.view.explore;

import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.view.AlphaSlider;
import distillery.view.EqualGrid;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.function.Function;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The two losses, and how they are weighted. */
final class LossCard extends VBox {
    /** In a card narrower than this, in em, a sentence may take two lines, each so high. */
    private static final double NARROW = 26;

    private static final double ROW = 1.6;

    private final ExploreModel model;
    private final Texts texts;
    private final DoubleBinding em;
    private final AlphaSlider alpha;

    LossCard(ExploreModel model, Texts texts, DoubleBinding em) {
        this.model = model;
        this.em = em;
        this.texts = texts;
        alpha = new AlphaSlider("explore-alpha", texts);
        alpha.softWeightProperty().bindBidirectional(model.softWeightProperty());
        alpha.conventionProperty().bindBidirectional(model.conventionProperty());
        getStyleClass().add("card");
        EqualGrid tiles = new EqualGrid(
                tile("hard", reading -> Numbers.loss(reading.hard())),
                tile("soft", reading -> Numbers.loss(reading.soft())),
                tile("soft-t2", reading -> Numbers.loss(reading.softTimesT2())),
                tile("total", reading -> Numbers.loss(reading.total())));
        VBox lines =
                LessonAnchors.aside(new VBox(line("explore-sum", this::sum), line("explore-entropy", this::entropy)));
        getChildren().setAll(alpha, tiles, lines);
    }

    AlphaSlider alpha() {
        return alpha;
    }

    private VBox tile(String key, Function<ExploreReading, String> number) {
        Label name = new Label();
        name.getStyleClass().add("quiet");
        name.textProperty().bind(texts.text("explore.loss." + key));
        Label value = new Label();
        value.setId("explore-loss-" + key);
        value.getStyleClass().add("tile-value");
        value.textProperty().bind(texts.live(() -> number.apply(model.reading()), model.readingProperty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("explore.loss." + key + ".tip"));
        Tooltip.install(name, tooltip);
        VBox tile = new VBox(name, value);
        tile.getStyleClass().addAll("tile", key);
        return tile;
    }

    private Label line(String id, Function<ExploreReading, String> sentence) {
        Label line = new Label();
        line.setId(id);
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        ReservedLines.keep(line, this, em, ROW, NARROW);
        line.getStyleClass().add("quiet");
        line.textProperty().bind(texts.live(() -> sentence.apply(model.reading()), model.readingProperty()));
        return line;
    }

    private String sum(ExploreReading reading) {
        return texts.get(
                "explore.loss.sum",
                Numbers.plain(reading.softWeight()),
                Numbers.loss(reading.softTimesT2()),
                Numbers.plain(reading.hardWeight()),
                Numbers.loss(reading.hard()));
    }

    private String entropy(ExploreReading reading) {
        return texts.get(
                "explore.loss.entropy",
                Numbers.loss(reading.teacherEntropy()),
                Numbers.percent(reading.teacherEntropyShare()),
                Integer.toString(reading.example().size()));
    }
}
