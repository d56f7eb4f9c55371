package distillery.view;

import java.util.List;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words that help where their line has room for all of them, and stay away where they would be cut. */
public final class OptionalLabel extends Label {
    /** Room in pixels between two nodes of a line, at most. */
    private static final double SPACING = 12;

    public OptionalLabel(String... styles) {
        getStyleClass().addAll(styles);
        setMinWidth(0);
        for (Observable cause : List.of(textProperty(), fontProperty())) {
            cause.addListener(changed -> {
                if (getParent() != null) {
                    getParent().requestLayout(); // while it stays away, its line does not follow its words
                }
            });
        }
        parentProperty().flatMap(line -> ((Region) line).needsLayoutProperty()).subscribe(needed -> {
            if (!Boolean.TRUE.equals(needed)) {
                fit(); // the line has another width, or whatever else stands in it
            }
        });
    }

    private void fit() {
        if (getParent() instanceof Region line && line.getWidth() > 0) {
            double wanted = line.prefWidth(-1) + (isManaged() ? 0 : prefWidth(-1) + SPACING);
            boolean fits = wanted <= line.getWidth() + 1;
            setManaged(fits);
            setVisible(fits);
        }
    }
}
