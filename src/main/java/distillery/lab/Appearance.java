package distillery.lab;

import distillery.data.TextBundles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The window's language, colours and text size; every view follows their changes. */
public final class Appearance {
    public static final double SMALLEST_TEXT = 0.8;
    public static final double LARGEST_TEXT = 2.0;
    private static final double TEXT_STEP = 1.1;

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(this, "language", Locale.ENGLISH);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.LIGHT);
    private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** Size of all text relative to the normal size, {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT}. */
    public DoubleProperty textScaleProperty() {
        return textScale;
    }

    public void switchLanguage() {
        List<Locale> all = TextBundles.languages();
        int next = all.indexOf(language.get()) + 1;
        language.set(all.get(next % all.size()));
    }

    public void switchLook() {
        look.set(look.get().next());
    }

    public void enlargeText() {
        textScale.set(Math.min(LARGEST_TEXT, textScale.get() * TEXT_STEP));
    }

    public void shrinkText() {
        textScale.set(Math.max(SMALLEST_TEXT, textScale.get() / TEXT_STEP));
    }

    public void resetText() {
        textScale.set(1);
    }
}
