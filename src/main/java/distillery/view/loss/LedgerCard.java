package distillery.view.loss;

import distillery.lab.loss.LossReading;
import distillery.view.Numbers;
import distillery.view.WrappingPair;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** What every class adds to the divergence, beside what teacher and student make of it. */
final class LedgerCard extends VBox {
    /** What stands above the rows. */
    private static final int ABOVE = 2;

    private final LossControls parts;
    private final LedgerHeader header;
    private final List<LedgerRow> rows = new ArrayList<>();
    private final WrappingPair footer;

    LedgerCard(LossControls parts) {
        this.parts = parts;
        getStyleClass().addAll("card", "ledger");
        header = new LedgerHeader(parts);
        footer = new WrappingPair(parts.sentence("loss-ledger-sum", this::sum), parts.full(LedgerCard::full));
        show(parts.model().reading());
    }

    void show(LossReading reading) {
        int classes = reading.example().size();
        if (getChildren().isEmpty()) {
            getChildren().setAll(parts.title("loss.ledger"), header, footer);
        }
        while (rows.size() < classes) {
            rows.add(new LedgerRow(parts, rows.size()));
        }
        int end = getChildren().indexOf(footer);
        int before = end - ABOVE;
        if (before > classes) {
            getChildren().remove(ABOVE + classes, end); // those that stay need no new styles
        } else {
            getChildren().addAll(end, rows.subList(before, classes));
        }
        double full = full(reading);
        rows.subList(0, classes).forEach(row -> row.show(reading, full));
    }

    /** The contribution that fills its room: 0.5, 1, 2, 4 …, so that bars mostly keep their scale while they change. */
    private static double full(LossReading reading) {
        double largest = 0;
        for (List<Double> ledger :
                List.of(reading.shown().ledger(), reading.truth().ledger())) {
            for (double entry : ledger) {
                largest = Double.isFinite(entry) ? Math.max(largest, Math.abs(entry)) : largest;
            }
        }
        double full = 0.5;
        while (full < largest) {
            full *= 2;
        }
        return full;
    }

    private String sum(LossReading reading) {
        double sum =
                reading.shown().ledger().stream().mapToDouble(entry -> entry).sum();
        return parts.texts().get("loss.ledger.sum", Numbers.loss(sum));
    }
}
