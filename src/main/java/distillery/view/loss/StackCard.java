package distillery.view.loss;

import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.view.Numbers;
import java.util.EnumSet;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How hard and soft loss stack up to the total, and how low the soft cross-entropy can fall. */
final class StackCard extends VBox {
    private final LossControls parts;
    private final StackBar total;
    private final StackBar floor;

    StackCard(LossControls parts) {
        this.parts = parts;
        getStyleClass().add("card");
        total = new StackBar(parts, 1, "loss-stack", "hard", "soft");
        parts.lighting().join(total.first(), Term.HARD_PART, Term.andTotal(Term.HARD_PART));
        parts.lighting().join(total.second(), Term.SOFT_PART, Term.andTotal(Term.SOFT_PART));
        floor = new StackBar(parts, 1, "loss-floor", "entropy", "divergence");
        parts.lighting().join(floor.second(), EnumSet.of(Term.DIVERGENCE)); // no term of the formula holds H(p)
        getChildren()
                .setAll(
                        parts.title("loss.stack"),
                        total,
                        parts.sentence("loss-stack-words", this::sum),
                        parts.titleOfTruth("loss.floor"),
                        floor,
                        parts.sentence("loss-floor-words", this::floor));
        for (Region bar : new Region[] {total, floor}) {
            bar.setMinHeight(USE_PREF_SIZE);
        }
    }

    void show(LossReading reading) {
        total.show(
                reading.hardWeight() * reading.shown().hard(),
                LossNumbers.weighted(reading.softWeight(), reading.shown().scaled()),
                reading.truth().total());
        floor.show(reading.teacherEntropy(), reading.divergence(), reading.softCrossEntropy());
    }

    private String sum(LossReading reading) {
        return parts.texts()
                .get(
                        "loss.stack.sum",
                        Numbers.loss(reading.hardWeight() * reading.shown().hard()),
                        Numbers.loss(LossNumbers.weighted(
                                reading.softWeight(), reading.shown().scaled())),
                        Numbers.loss(reading.shown().total()));
    }

    private String floor(LossReading reading) {
        return parts.texts()
                .get(
                        "loss.floor.sum",
                        Numbers.loss(reading.teacherEntropy()),
                        Numbers.loss(reading.divergence()),
                        Numbers.loss(reading.softCrossEntropy()));
    }
}
