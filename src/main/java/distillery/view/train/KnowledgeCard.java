package distillery.view.train;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.train.TrainModel;
import distillery.loss.AlphaConvention;
import distillery.loss.WeightedLoss;
import distillery.method.CodeBase;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import distillery.method.MethodSettings;
import distillery.method.TeacherSlope;
import distillery.train.TrainSettings;
import distillery.view.AlphaSlider;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.Picker;
import distillery.view.TemperatureSlider;
import distillery.view.Texts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How the teacher's knowledge reaches the distilled student; the sliders act while nets train. */
final class KnowledgeCard extends VBox {
    private final TrainModel model;
    private final TemperatureSlider temperature;
    private final AlphaSlider alpha;
    /** Why the method that was chosen last is not the method; null once the settings have changed. */
    private final ObjectProperty<@Nullable Problem> refused = new SimpleObjectProperty<>(this, "refused");

    KnowledgeCard(TrainModel model, Appearance appearance, Controls parts) {
        this.model = model;
        Texts texts = parts.texts();
        FormGrid form = new FormGrid(parts);
        form.control(
                new Picker<>(
                        "train-method",
                        List.of(MethodKind.values()),
                        texts,
                        kind -> texts.get("methods." + kind.id()),
                        model.settingsProperty().map(now -> now.method().kind()),
                        kind -> refused.set(model.edit(draft -> draft.method = MethodSettings.of(kind))
                                .orElse(null))),
                "train.method",
                "train.method.tip",
                texts.live(() -> refusal(texts), refused));
        Label about = parts.prose(
                "train-method-about",
                texts.live(
                        () -> texts.get(
                                "methods." + model.settings().method().kind().id() + ".about"),
                        model.settingsProperty()),
                "quiet");
        for (MethodKind kind : MethodKind.values()) {
            for (MethodParameter parameter : kind.parameters()) {
                String key = key(kind, parameter);
                if (parameter.isChoice()) {
                    form.control(picker(kind, parameter, texts), key, key + ".tip");
                } else {
                    form.number(field(kind, parameter), key, key + ".tip");
                }
            }
        }
        temperature = new TemperatureSlider("train-temperature", texts, false);
        temperature.temperatureProperty().addListener((property, before, now) -> heat(now.doubleValue()));
        alpha = new AlphaSlider("train-alpha", texts);
        alpha.softWeightProperty().addListener((property, before, now) -> weigh(now.doubleValue()));
        FormGrid weights = new FormGrid(parts);
        weights.number(
                weight(
                        "train-soft-weight",
                        LiveHyperparameters::softWeight,
                        (knobs, value) -> new LiveHyperparameters(knobs.temperature(), value, knobs.hardWeight())),
                "train.soft-weight",
                "train.soft-weight.tip");
        weights.number(
                weight(
                        "train-hard-weight",
                        LiveHyperparameters::hardWeight,
                        (knobs, value) -> new LiveHyperparameters(knobs.temperature(), knobs.softWeight(), value)),
                "train.hard-weight",
                "train.hard-weight.tip");
        model.settingsProperty().subscribe(this::show);
        getStyleClass().addAll("card", "knowledge-card");
        getChildren()
                .setAll(
                        parts.label("train.knowledge", "card-title"),
                        form,
                        about,
                        effect(parts),
                        new MethodSketchPane(model, appearance, texts),
                        new Separator(),
                        temperature,
                        new Separator(),
                        alpha,
                        weights,
                        new Separator(),
                        mistake(parts),
                        parts.prose("train-acts-now", texts.text("train.acts-now"), "quiet"));
    }

    private String refusal(Texts texts) {
        Problem problem = refused.get();
        return problem == null
                ? ""
                : texts.get(problem.key(), problem.arguments().toArray());
    }

    void focusTemperature() {
        temperature.requestFocus();
    }

    void focusAlpha() {
        alpha.requestFocus();
    }

    /** What another code's weights come to at this temperature; it keeps its room while T moves. */
    private StackPane effect(Controls parts) {
        Texts texts = parts.texts();
        Label words = parts.prose("train-effect", texts.live(() -> effect(texts), model.settingsProperty()));
        Label longest = parts.prose("train-effect-room", texts.live(() -> longestEffect(texts)));
        longest.setVisible(false);
        StackPane room = new StackPane(longest, words);
        StackPane.setAlignment(words, Pos.TOP_LEFT);
        return Controls.showIf(
                room, model.settingsProperty().map(now -> now.method().kind() == MethodKind.CODE_BASE));
    }

    private String effect(Texts texts) {
        TrainSettings now = model.settings();
        if (!(now.method().method() instanceof CodeBase code)) {
            return "";
        }
        WeightedLoss loss = code.at(now.live().knobs());
        int classes = now.student().classes();
        return texts.get(
                loss.softKind() == WeightedLoss.SoftKind.MSE ? "train.effect.limit" : "train.effect",
                Numbers.plain(loss.temperature()),
                classes,
                Numbers.plain(loss.effectiveSoftWeight(now.live().batchSize(), classes)),
                Numbers.plain(loss.hardWeight()),
                Numbers.plain(code.reference().loss().temperature()));
    }

    private static String longestEffect(Texts texts) {
        String wide = Numbers.plain(8888.8888);
        return texts.get("train.effect.limit", wide, wide, wide, wide, wide);
    }

    /** A weight of its own for one of the two losses, beside the balance that α sets. */
    private NumberField weight(
            String id,
            ToDoubleFunction<LiveHyperparameters> read,
            BiFunction<LiveHyperparameters, Double, LiveHyperparameters> write) {
        NumberField field = new NumberField(
                id,
                false,
                0,
                LiveHyperparameters.MOST_WEIGHT,
                model,
                now -> read.applyAsDouble(now.live().knobs()),
                (draft, value) -> draft.live = draft.live.withKnobs(write.apply(draft.live.knobs(), value)));
        field.disableProperty().bind(model.settingsProperty().map(KnowledgeCard::weighsItself));
        return field;
    }

    private static boolean weighsItself(TrainSettings settings) {
        return settings.method().method().weighsItself();
    }

    /** Not a setting one would want: a classic mistake, to see what it does. */
    private CheckBox mistake(Controls parts) {
        CheckBox box = parts.button(new CheckBox(), "train-mistake", "train.mistake", "train.mistake.tip");
        box.setMinWidth(0);
        box.getStyleClass().add("mistake");
        box.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE));
        box.setOnAction(pressed -> model.edit(draft -> draft.live = draft.live.withTeacherUnfrozen(box.isSelected())));
        model.settingsProperty().subscribe(now -> {
            box.setSelected(now.live().teacherUnfrozen());
            box.setDisable(!TeacherSlope.exists(now.method().method()));
        });
        return box;
    }

    /** A field for a number of one method, there while the method is chosen. */
    private NumberField field(MethodKind kind, MethodParameter parameter) {
        NumberField field = new NumberField(
                "train-" + kind.id() + "-" + parameter.id(),
                parameter.range().whole(),
                parameter.range().lowest(),
                parameter.range().highest(),
                model,
                now -> now.method().kind() == kind ? now.method().get(parameter.id()) : parameter.usual(),
                (draft, value) -> draft.method = draft.method.with(parameter.id(), value));
        Controls.showIf(field, model.settingsProperty().map(now -> now.method().kind() == kind));
        return field;
    }

    /** The same for a choice. */
    private Picker<Double> picker(MethodKind kind, MethodParameter parameter, Texts texts) {
        Picker<Double> picker = new Picker<>(
                "train-" + kind.id() + "-" + parameter.id(),
                IntStream.range(0, parameter.choices().size())
                        .mapToObj(place -> (double) place)
                        .toList(),
                texts,
                value -> texts.get(key(kind, parameter) + "." + parameter.choice(value)),
                model.settingsProperty()
                        .map(now -> now.method().kind() == kind ? now.method().get(parameter.id()) : parameter.usual()),
                value -> model.edit(draft -> draft.method = draft.method.with(parameter.id(), value)));
        Controls.showIf(picker, model.settingsProperty().map(now -> now.method().kind() == kind));
        return picker;
    }

    private static String key(MethodKind kind, MethodParameter parameter) {
        return "methods." + kind.id() + "." + parameter.id();
    }

    private void show(TrainSettings settings) {
        refused.set(null);
        temperature.temperatureProperty().set(settings.live().knobs().temperature());
        LiveHyperparameters knobs = settings.live().knobs();
        alpha.softWeightProperty().set(onTrack(knobs));
        alpha.showWeights(knobs.softWeight(), knobs.hardWeight());
        alpha.setDisable(weighsItself(settings));
    }

    private void heat(double heat) {
        LiveHyperparameters knobs = model.settings().live().knobs();
        if (heat != knobs.temperature()) {
            turn(new LiveHyperparameters(heat, knobs.softWeight(), knobs.hardWeight()));
        }
    }

    private void weigh(double soft) {
        LiveHyperparameters knobs = model.settings().live().knobs();
        if (soft != onTrack(knobs)) {
            turn(new LiveHyperparameters(knobs.temperature(), soft, AlphaConvention.rest(soft)));
        }
    }

    /** Weights may lie beyond the track: the thumb then stands at its end, and moves nothing. */
    private static double onTrack(LiveHyperparameters knobs) {
        return Math.min(1, knobs.softWeight());
    }

    private void turn(LiveHyperparameters knobs) {
        model.edit(draft -> draft.live = draft.live.withKnobs(knobs));
    }
}
