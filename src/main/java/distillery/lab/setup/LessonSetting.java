package distillery.lab.setup;

import distillery.lesson.Value;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How lessons read and set one thing within a screen's settings. Both directions are pure: no screen moves.
 *
 * @param write gives the settings with the value in place; what does not fit is fitted, never refused
 */
public record LessonSetting<S extends Record>(Function<S, Value> read, BiFunction<S, Value, S> write) {}
