package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.net.Initialisation;
import distillery.net.Initialisation.Kind;
import distillery.net.Optimiser;
import distillery.train.LiveSettings;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Picker;
import distillery.view.Texts;
import java.util.List;
import javafx.scene.layout.VBox;

/** How the students' weights move. */
final class LearningCard extends VBox {
    private static final List<Optimiser> OPTIMISERS =
            List.of(Optimiser.Adam.standard(), new Optimiser.Sgd(0), new Optimiser.Sgd(0.9));
    private static final double SLOWEST = 1e-7;
    private static final double SMALLEST_DEVIATION = 1e-6;

    LearningCard(TrainModel model, Controls parts) {
        Texts texts = parts.texts();
        FormGrid form = new FormGrid(parts);
        form.number(
                new NumberField(
                        "train-learning-rate",
                        false,
                        SLOWEST,
                        10,
                        model,
                        now -> now.live().learningRate(),
                        (draft, rate) -> draft.live = draft.live.withLearningRate(rate)),
                "train.learning-rate",
                "train.learning-rate.tip");
        form.number(
                new NumberField(
                        "train-batch-size",
                        true,
                        1,
                        LiveSettings.LARGEST_BATCH,
                        model,
                        now -> now.live().batchSize(),
                        (draft, size) -> draft.live = draft.live.withBatchSize((int) size)),
                "train.batch-size",
                "train.batch-size.tip");
        form.number(
                new NumberField(
                        "train-epochs",
                        true,
                        1,
                        TrainSettings.MOST_EPOCHS,
                        model,
                        TrainSettings::epochs,
                        (draft, count) -> draft.epochs = (int) count),
                "train.epochs",
                "train.epochs.tip");
        form.control(
                new Picker<>(
                        "train-optimiser",
                        OPTIMISERS,
                        texts,
                        optimiser ->
                                texts.get("train.optimiser." + optimiser.text().replace(':', '-')),
                        model.settingsProperty().map(TrainSettings::optimiser),
                        optimiser -> model.edit(draft -> draft.optimiser = optimiser)),
                "train.optimiser",
                "train.optimiser.tip");
        form.control(
                new Picker<>(
                        "train-initialisation",
                        List.of(Kind.values()),
                        texts,
                        kind -> texts.get("train.initialisation." + kind.id()),
                        model.settingsProperty().map(now -> now.initialisation().kind()),
                        kind -> model.edit(draft -> draft.initialisation = Initialisation.parse(kind.id()))),
                "train.initialisation",
                "train.initialisation.tip");
        NumberField deviation = new NumberField(
                "train-initial-deviation",
                false,
                SMALLEST_DEVIATION,
                Initialisation.LARGEST,
                model,
                now -> now.initialisation().fixed(),
                (draft, value) -> draft.initialisation = Initialisation.normal(value));
        Controls.showIf(
                deviation,
                model.settingsProperty().map(now -> now.initialisation().kind() == Kind.NORMAL));
        form.number(deviation, "train.initialisation.deviation", "train.initialisation.deviation.tip");
        form.number(
                new NumberField(
                        "train-seed",
                        true,
                        -1e15,
                        1e15,
                        model,
                        TrainSettings::seed,
                        (draft, seed) -> draft.seed = (long) seed),
                "train.seed",
                "train.seed.tip");
        getStyleClass().add("card");
        getChildren().setAll(parts.label("train.learning", "card-title"), form);
    }
}
