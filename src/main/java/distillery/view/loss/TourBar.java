package distillery.view.loss;

import distillery.lab.loss.Tour;
import distillery.lab.loss.Tour.Stop;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * One bar above the cards that shows a visitor around: what to look at, one thing to try, and the way on, back and out.
 * It has room for its longest sentence at every stop and keeps it after the last, so that nothing below it moves.
 */
final class TourBar extends HBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final LossControls parts;
    private final Tour tour;
    private final BooleanBinding going;
    private final Button next = new Button();

    TourBar(LossControls parts) {
        this.parts = parts;
        tour = parts.model().tour();
        going = tour.stopProperty().isNotNull();
        setId("loss-tour-bar");
        getStyleClass().addAll("card", "tour");
        setAlignment(Pos.CENTER_LEFT);
        StackPane sentences = new StackPane(sentence(
                "over",
                tour.overProperty().and(going.not()).and(tour.waitingProperty().not())));
        for (Stop stop : Stop.WAY) {
            sentences.getChildren().add(sentence(stop.id(), tour.stopProperty().isEqualTo(stop)));
        }
        sentences.setAlignment(Pos.CENTER_LEFT);
        setHgrow(sentences, Priority.ALWAYS);
        HBox ways = new HBox(back(), next(), skip());
        ways.setAlignment(Pos.CENTER_RIGHT);
        ways.getStyleClass().add("ways");
        ways.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(place(), sentences, ways);
        for (int each : new int[] {0, 2}) {
            getChildren().get(each).visibleProperty().bind(going);
        }
        visibleProperty()
                .bind(going.or(tour.overProperty().and(tour.waitingProperty().not())));
        managedProperty().bind(visibleProperty());
        going.subscribe(on -> pseudoClassStateChanged(OVER, !on));
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    /** Puts the focus where the way goes on. */
    void enter() {
        next.requestFocus();
    }

    private Label place() {
        Label place = new Label();
        place.setId("loss-tour-place");
        place.getStyleClass().add("tour-place");
        place.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        place.textProperty()
                .bind(parts.texts()
                        .live(
                                () -> {
                                    Stop stop = tour.stopProperty().get();
                                    int number = stop == null ? Stop.WAY.size() : stop.number();
                                    return parts.texts().get("loss.tour.place", number, Stop.WAY.size());
                                },
                                tour.stopProperty()));
        return place;
    }

    /** A sentence that has its room while another is shown. */
    private Label sentence(String id, BooleanBinding shown) {
        Label sentence = new Label();
        sentence.setId("loss-tour-" + id);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        sentence.textProperty().bind(parts.texts().text("loss.tour." + id));
        sentence.visibleProperty().bind(shown);
        return sentence;
    }

    private Button back() {
        Button back = parts.button(new Button(), "tour.back");
        back.setId("loss-tour-back");
        back.setOnAction(pressed -> tour.back());
        back.disableProperty().bind(tour.stopProperty().isEqualTo(Stop.FORMULA));
        return back;
    }

    private Button next() {
        parts.button(next, "tour.next");
        next.setId("loss-tour-next");
        next.getStyleClass().add("primary");
        BooleanBinding last = tour.stopProperty().isEqualTo(Stop.CLINIC);
        next.textProperty()
                .bind(parts.texts()
                        .live(() -> parts.texts().get(last.get() ? "loss.tour.done" : "loss.tour.next"), last));
        next.accessibleHelpProperty().bind(parts.texts().live(this::words, tour.stopProperty()));
        next.setOnAction(pressed -> tour.next());
        return next;
    }

    /** What is shown now, for whoever does not see it. */
    private String words() {
        Stop stop = tour.stopProperty().get();
        return stop == null ? "" : parts.texts().get("loss.tour." + stop.id());
    }

    private Button skip() {
        Button skip = parts.button(new Button(), "tour.skip");
        skip.setId("loss-tour-skip");
        skip.setOnAction(pressed -> tour.end());
        return skip;
    }

    private void escape(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            tour.end();
            key.consume();
        }
    }
}
