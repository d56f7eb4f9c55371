package distillery.view.explore;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Keeps as much room for a sentence as its longest form needs, so that nothing below moves while the sentence changes. */
final class ReservedLines {
    private ReservedLines() {}

    /**
     * Keeps one line, and one more for each of these widths that the card is narrower than.
     *
     * @param line height of a line, in em
     * @param widths of the card, in em
     */
    static void keep(Label sentence, Region card, DoubleBinding em, double line, double... widths) {
        sentence.setAlignment(Pos.TOP_LEFT);
        sentence.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            int lines = 1;
                            for (double width : widths) {
                                lines += card.getWidth() < width * em.get() ? 1 : 0;
                            }
                            return lines * line * em.get();
                        },
                        card.widthProperty(),
                        em));
    }
}
