package distillery.view.loss;

import distillery.lab.loss.LossReading;
import distillery.view.explore.ClassLooks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One class' logit and where hard, soft and total loss pull it, and the teacher's where a mistake unfreezes it. */
final class ArrowsRow extends HBox {
    private final LossControls parts;
    private final int index;
    private final Label name = LossControls.className();
    private final List<ArrowLine> lines;

    ArrowsRow(LossControls parts, int index) {
        this.parts = parts;
        this.index = index;
        setId("loss-arrows-" + index);
        getStyleClass().add("arrows-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("arrows-class");
        lines = Stream.of(Arrow.values())
                .map(kind -> new ArrowLine(parts, kind, index))
                .toList();
        VBox arrows = new VBox();
        arrows.getChildren().setAll(lines);
        lines.forEach(line -> VBox.setVgrow(line, Priority.ALWAYS));
        HBox.setHgrow(arrows, Priority.ALWAYS);
        getChildren().setAll(name, arrows);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        Set<Term> terms = EnumSet.noneOf(Term.class);
        Stream.of(Arrow.HARD, Arrow.SOFT, Arrow.TOTAL).map(Arrow::terms).forEach(terms::addAll);
        parts.lighting().join(this, terms, Set.of()); // each of its arrows is lit by itself
    }

    void show(LossReading reading) {
        name.setText(ClassLooks.name(reading.example().classes().get(index), parts.texts()));
        lines.forEach(line -> line.show(reading));
        String shown = joined(line -> true, ArrowLine::words);
        String should = joined(line -> !line.trueWords().equals(line.words()), ArrowLine::trueWords);
        setAccessibleText(parts.withTruth(name.getText() + ": " + shown, should));
    }

    private String joined(Predicate<ArrowLine> wanted, Function<ArrowLine, String> words) {
        return lines.stream()
                .filter(ArrowLine::isManaged)
                .filter(wanted)
                .map(words)
                .collect(Collectors.joining(", "));
    }
}
