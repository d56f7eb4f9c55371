package distillery.view.lessons;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The drawn signs of the lessons. */
final class Signs {
    private Signs() {}

    static FontIcon of(Feather sign, String... styles) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(styles);
        return icon;
    }
}
