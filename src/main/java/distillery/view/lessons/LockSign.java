package distillery.view.lessons;

import distillery.view.LessonAnchors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * The lock of a part that cannot be used now, before the words that the part begins with. They keep room for it; it
 * stands over that room, for nothing within a locked part gets the mouse, and a lock has to say why it is there.
 */
final class LockSign extends Label {
    private final Labeled heading;
    private final Region room = new Region();

    LockSign(Labeled heading, ObservableValue<String> reason) {
        super("", Signs.of(Feather.LOCK));
        this.heading = heading;
        room.getStyleClass().add("lock-room");
        getStyleClass().add("lock-sign");
        setManaged(false); // its place is the room's
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(reason);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(reason);
        tooltip.setShowDelay(Duration.millis(150));
        setTooltip(tooltip);
    }

    Labeled heading() {
        return heading;
    }

    void makeRoom() {
        heading.setGraphic(room);
    }

    void giveRoomBack() {
        heading.setGraphic(null);
    }

    /** Goes to its room; it is not there while that cannot be seen. */
    void follow() {
        boolean shown = room.getScene() == getScene() && LessonAnchors.isShown(room);
        HighlightBounds place = shown ? HighlightBounds.of(room, getParent()) : null;
        setVisible(place != null && place.isWhole());
        if (place != null) {
            Bounds seen = place.whole();
            resizeRelocate(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
        }
    }
}
