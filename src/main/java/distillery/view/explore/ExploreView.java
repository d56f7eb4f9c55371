package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.lab.explore.Remark;
import distillery.lesson.Target;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.TemperatureSlider;
import distillery.view.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Explore screen: what temperature and weights do to one example. */
public final class ExploreView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    /** Wide enough, in em, for all that is said of the temperature to stand on one line, and on two; each so high. */
    private static final double ONE_LINE = 60;

    private static final double TWO_LINES = 32;

    private static final double SENTENCE_LINE = 1.9;

    private final ExploreModel model;
    private final Texts texts;
    private final BarsCard bars;
    private final CurvesCard curves;
    private final LossCard losses;
    private final PullsCard pulls;
    private final TemperatureSlider temperature;
    private final StringBinding status;

    public ExploreView(ExploreModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        DoubleBinding em = appearance.textScaleProperty().multiply(NORMAL_TEXT);
        Remarks remarks = new Remarks(texts);
        bars = new BarsCard(model, texts, remarks, em);
        curves = new CurvesCard(model, appearance, texts, em);
        losses = new LossCard(model, texts, em);
        pulls = new PullsCard(model, texts);
        temperature = new TemperatureSlider("explore-temperature", texts, true);
        temperature.temperatureProperty().bindBidirectional(model.temperatureProperty());
        status = texts.live(this::facts, model.readingProperty());
        setId("explore");
        getStyleClass().add("explore");
        getStylesheets().addAll(styleSheets());
        LessonAnchors.mark(temperature, Target.EXPLORE_TEMPERATURE);
        LessonAnchors.mark(losses.alpha(), Target.EXPLORE_ALPHA);
        LessonAnchors.mark(losses, Target.EXPLORE_LOSSES);
        LessonAnchors.mark(curves, Target.EXPLORE_CURVES);
        LessonAnchors.mark(pulls, Target.EXPLORE_PULLS);
        arrange(remarks, em);
        model.readingProperty().addListener((property, before, now) -> show());
        model.logAxisProperty().addListener((property, before, now) -> show());
        appearance.languageProperty().addListener((property, before, now) -> show());
        show();
    }

    static List<String> styleSheets() {
        return List.of(Assets.styleSheet("controls"), Assets.styleSheet("explore"));
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    /** Whether the student's logits move by themselves. */
    public BooleanProperty playingProperty() {
        return model.playingProperty();
    }

    public void focusTemperature() {
        temperature.requestFocus();
    }

    public void focusAlpha() {
        losses.alpha().requestFocus();
    }

    private void show() {
        ExploreReading reading = model.reading();
        bars.show(reading);
        curves.show();
        pulls.show(reading);
    }

    private void arrange(Remarks remarks, DoubleBinding em) {
        Label sentence = LessonAnchors.aside(new Label());
        sentence.setId("explore-sentence");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(remarks.text(model, Remark::onTemperature));
        temperature.flatProperty().bind(sentence.visibleProperty().not()); // a class wants the bars large
        VBox temperatureCard = ColumnLayout.slim(new VBox(temperature, sentence));
        temperatureCard.getStyleClass().add("card");
        ReservedLines.keep(sentence, temperatureCard, em, SENTENCE_LINE, ONE_LINE, TWO_LINES);
        temperatureCard.setMinHeight(USE_PREF_SIZE);
        temperatureCard.visibleProperty().bind(temperature.visibleProperty()); // a lesson may hide it
        temperatureCard.managedProperty().bind(temperature.managedProperty());
        VBox.setVgrow(bars, Priority.ALWAYS);
        VBox left = new VBox(bars, temperatureCard);
        VBox right = new VBox(curves, losses, pulls);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox.setVgrow(pulls, Priority.SOMETIMES);
        left.getStyleClass().add("column");
        right.getStyleClass().add("column");
        setCenter(new ColumnLayout(
                em, new ColumnLayout.Column(left, 0.56, 25), new ColumnLayout.Column(right, 0.44, 20)));
    }

    private String facts() {
        ExploreReading reading = model.reading();
        String classes = reading.example().classes().stream()
                .map(entry -> ClassLooks.name(entry, texts))
                .collect(Collectors.joining(" / "));
        return texts.get(
                "explore.status",
                classes,
                Numbers.loss(reading.teacherEntropy()),
                Numbers.percent(reading.teacherEntropyShare()),
                Integer.toString(reading.example().size()),
                Numbers.loss(reading.soft()));
    }
}
