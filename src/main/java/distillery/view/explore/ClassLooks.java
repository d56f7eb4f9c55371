package distillery.view.explore;

import distillery.lab.example.ClassLogits;
import distillery.lab.explore.ExploreReading;
import distillery.view.Assets;
import distillery.view.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** How a class looks: its name in the language of the moment, its picture, its colour and its dash pattern. */
public final class ClassLooks {
    /** The classes with a translation and a picture, and the picture's name. */
    private static final Map<String, String> PICTURES =
            Map.of("horse", "horse", "donkey", "donkey", "car", "automobile");

    private static final Map<String, Image> LOADED = new HashMap<>();

    private static final List<double[]> DASHES = List.of(
            new double[] {}, new double[] {7, 4}, new double[] {2, 3}, new double[] {8, 3, 2, 3}, new double[] {12, 4});

    private ClassLooks() {}

    public static String name(ClassLogits entry, Texts texts) {
        return PICTURES.containsKey(entry.name()) ? texts.get("explore.class." + entry.name()) : entry.name();
    }

    public static String name(ExploreReading reading, int index, Texts texts) {
        return name(reading.example().classes().get(index), texts);
    }

    static @Nullable Image picture(ClassLogits entry) {
        String picture = PICTURES.get(entry.name());
        return picture == null ? null : LOADED.computeIfAbsent(picture, Assets::picture);
    }

    /** The name of a class' colour in the palette, by its place in the example. */
    public static String color(int index) {
        return "d-class-" + (char) ('a' + index);
    }

    /** A class' dash pattern in pixels; empty for a solid line. */
    static double[] dashes(int index) {
        return DASHES.get(index % DASHES.size());
    }
}
