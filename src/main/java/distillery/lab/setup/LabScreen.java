package distillery.lab.setup;

import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * What a screen registers, in one place: the settings that are undone, saved and remembered, and what lessons can set and
 * observe there. Its texts are the files in {@code assets/i18n} of the same name.
 */
public interface LabScreen<S extends Record> {
    /** Its settings; the part's name is the screen's id. */
    SetUpPart<S> part();

    /** What lessons can set. */
    default Map<Setting, LessonSetting<S>> settings() {
        return Map.of();
    }

    /** What lessons can observe besides. */
    default Map<Fact, Supplier<Value>> facts() {
        return Map.of();
    }

    /** What changes when a fact does, besides the settings. */
    default List<ObservableValue<?>> causes() {
        return List.of();
    }

    /** Another step of a lesson begins: what is counted from there is zero again. */
    default void begin() {}

    /** What a step asked for is reached: what plays by itself stops there, so that the card and the screen say the same. */
    default void rest() {}

    /**
     * Lessons say what they do.
     *
     * @param inLesson whether a lesson is open
     * @param sets whether its step has set something here
     */
    default void follow(ObservableValue<Boolean> inLesson, ObservableValue<Boolean> sets) {}
}
