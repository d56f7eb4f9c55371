package distillery.view.loss;

import distillery.data.Ending;
import distillery.lab.Appearance;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossReading;
import distillery.lab.loss.Tour.Stop;
import distillery.lesson.Target;
import distillery.view.AlphaSlider;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.TemperatureSlider;
import distillery.view.Texts;
import distillery.view.explore.ClassLooks;
import distillery.view.shell.SavePlace;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Loss screen: the example of Explore, and everything its loss is made of. */
public final class LossView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    private final LossModel model;
    private final Texts texts;
    private final LedgerCard ledger;
    private final StackCard stack;
    private final ArrowsCard arrows;
    private final SplitCard split;
    private final LengthPlot lengths;
    private final TemperatureSlider temperature;
    private final AlphaSlider alpha;
    private final TourBar tour;
    private final StringBinding status;
    private final SavePlace place;

    public LossView(LossModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        place = new SavePlace(this, texts);
        LossControls parts = new LossControls(model, texts, new TermHighlight());
        DoubleBinding em = appearance.textScaleProperty().multiply(NORMAL_TEXT);
        ledger = new LedgerCard(parts);
        stack = new StackCard(parts);
        arrows = new ArrowsCard(parts);
        split = new SplitCard(parts);
        ClinicCard clinic = new ClinicCard(parts);
        lengths = new LengthPlot(parts, appearance, em);
        temperature = new TemperatureSlider("loss-temperature", texts, true);
        temperature.temperatureProperty().bindBidirectional(model.explore().temperatureProperty());
        alpha = new AlphaSlider("loss-alpha", texts);
        alpha.softWeightProperty().bindBidirectional(model.explore().softWeightProperty());
        alpha.conventionProperty().bindBidirectional(model.explore().conventionProperty());
        status = texts.live(this::facts, model.readingProperty());
        LessonAnchors.mark(temperature, Target.EXPLORE_TEMPERATURE);
        LessonAnchors.mark(alpha, Target.EXPLORE_ALPHA);
        LessonAnchors.tie(lengths, Target.EXPLORE_TEMPERATURE);
        setId("loss");
        getStyleClass().add("loss");
        getStylesheets().addAll(Assets.styleSheet("controls"), Assets.styleSheet("loss"));
        VBox lengthCard = card(parts.titleOfTruth("loss.length"), lengths);
        VBox.setVgrow(lengths, Priority.ALWAYS);
        LessonAnchors.mark(lengthCard, Target.LOSS_NORM);
        FormulaCard formula = new FormulaCard(parts, this::showAround);
        formula.setMinHeight(USE_PREF_SIZE);
        LessonAnchors.mark(formula, Target.LOSS_FORMULA);
        LessonAnchors.mark(ledger, Target.LOSS_LEDGER);
        LessonAnchors.mark(stack, Target.LOSS_PARTS);
        LessonAnchors.mark(arrows, Target.LOSS_ARROWS);
        VBox.setVgrow(arrows, Priority.SOMETIMES); // where the length is not shown
        LessonAnchors.mark(clinic, Target.LOSS_CLINIC);
        LessonAnchors.mark(split, Target.LOSS_DKD);
        VBox sliders = ColumnLayout.slim(card(temperature, alpha));
        sliders.visibleProperty().bind(temperature.visibleProperty().or(alpha.visibleProperty())); // lessons hide them
        sliders.managedProperty().bind(sliders.visibleProperty());
        tour = LessonAnchors.aside(new TourBar(parts));
        VBox room = new VBox(tour);
        room.getStyleClass().add("tour-room");
        room.managedProperty().bind(tour.managedProperty());
        setTop(room);
        setCenter(new ColumnLayout(
                em,
                formula,
                new ColumnLayout.Column(column(sliders, ledger, stack), 0.40, 24),
                new ColumnLayout.Column(column(arrows, lengthCard), 0.31, 20),
                new ColumnLayout.Column(column(clinic, split), 0.29, 18.5)));
        new TourLight(List.of(formula, sliders, ledger, stack, arrows, lengthCard, clinic, split))
                .at(Stop.FORMULA, List.of(formula), sliders)
                .at(Stop.TERMS, List.of(ledger, stack), formula)
                .at(Stop.ARROWS, List.of(arrows), sliders)
                .at(Stop.SQUARED, List.of(lengthCard), sliders)
                .at(Stop.CLINIC, List.of(clinic), formula)
                .follow(model.tour());
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                model.tour().leave();
            }
        });
        model.readingProperty().subscribe(this::show);
        appearance.languageProperty().addListener((property, before, now) -> {
            show(model.reading());
            clinic.speak();
        });
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    /** Shows a visitor around from the first stop on. */
    public void showAround() {
        model.tour().begin();
        tour.enter();
    }

    public void focusTemperature() {
        temperature.requestFocus();
    }

    public void focusAlpha() {
        alpha.requestFocus();
    }

    /** Where {@link #export} asks. */
    SavePlace place() {
        return place;
    }

    /** Asks for a file and writes every number of the moment into it. */
    public void export() {
        place.file("loss.export", "numbers", Ending.CSV, model::save);
    }

    private void show(LossReading reading) {
        ledger.show(reading);
        stack.show(reading);
        arrows.show(reading);
        split.show(reading);
        lengths.paint();
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().add("card");
        return card;
    }

    private static VBox column(Region... cards) {
        VBox column = new VBox(cards);
        column.getStyleClass().add("column");
        VBox.setVgrow(cards[cards.length - 1], Priority.ALWAYS);
        for (Region card : cards) {
            card.setMinHeight(USE_PREF_SIZE);
        }
        return column;
    }

    private String facts() {
        LossReading reading = model.reading();
        String classes = reading.example().classes().stream()
                .map(entry -> ClassLooks.name(entry, texts))
                .collect(Collectors.joining(" / "));
        return texts.get(
                "loss.status",
                classes,
                Numbers.plain(reading.temperature()),
                Numbers.loss(reading.shown().total()),
                reading.hasMistakes() ? reading.settings().faults().size() : 0);
    }
}
