package distillery.view;

import javafx.scene.control.Label;

/** Words that help where there is room for all of them, and stay away where they would be cut. */
public final class SpareLabel extends Label {
    public SpareLabel(String... styles) {
        getStyleClass().addAll(styles);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        boolean whole = getWidth() + 1 >= prefWidth(-1);
        getChildrenUnmodifiable().forEach(words -> words.setVisible(whole));
    }
}
