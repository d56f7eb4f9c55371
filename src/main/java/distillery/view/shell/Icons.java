package distillery.view.shell;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's drawn signs. */
final class Icons {
    private Icons() {}

    static FontIcon of(Feather sign) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** The program's mark: a drop, one half the teacher's colour, one half the student's. */
    static Node mark() {
        return new Group(
                half("mark-teacher", "M10 0 C6 5 2 8.5 2 13 A8 8 0 0 0 10 21 Z"),
                half("mark-student", "M10 0 C14 5 18 8.5 18 13 A8 8 0 0 1 10 21 Z"));
    }

    private static SVGPath half(String styleClass, String outline) {
        SVGPath path = new SVGPath();
        path.setContent(outline);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
