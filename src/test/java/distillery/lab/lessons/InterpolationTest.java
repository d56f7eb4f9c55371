package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.explore.ExploreSettings;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
    private static Interpolation way(Setting setting, Value from, Value to) {
        return Interpolation.of(setting, from, to).orElseThrow();
    }

    private static double number(Value value) {
        return ((Value.Amount) value).number();
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "0, 4", "4, Infinity", "Infinity, 4", "0, Infinity", "Infinity, 0", "4, 4"})
    void noWayLeadsToOrFromTheLimitsOfTheTemperature(double from, double to) {
        assertEquals(Optional.empty(), Interpolation.of(Setting.EXPLORE_TEMPERATURE, Value.of(from), Value.of(to)));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 100", "100, 0.05", "1, 4"})
    void aTemperatureTravelsByEqualFactorsAndNeverLeavesItsRange(double from, double to) {
        Interpolation way = way(Setting.EXPLORE_TEMPERATURE, Value.of(from), Value.of(to));
        assertEquals(Math.sqrt(from * to), number(way.at(0.5)), 1e-12);
        for (double share = 0; share < 1; share += 0.01) {
            double now = number(way.at(share));
            assertTrue(now >= ExploreSettings.LOWEST_TEMPERATURE && now <= ExploreSettings.HIGHEST_TEMPERATURE);
        }
    }

    @Test
    void aWeightTravelsByEqualStepsFromZeroToo() {
        Interpolation way = way(Setting.EXPLORE_SOFT_WEIGHT, Value.of(0), Value.of(0.9));
        assertEquals(0.3, number(way.at(1.0 / 3)), 1e-12);
    }

    @Test
    void logitsTravelTogetherIfTheyAreAsMany() {
        Value first = Value.of(List.of(6.0, 2.0, -2.0));
        Interpolation way = way(Setting.EXPLORE_TEACHER, first, Value.of(List.of(6.0, 0.0, 0.0)));
        assertEquals(Value.of(List.of(6.0, 1.0, -1.0)), way.at(0.5));
        assertEquals(Optional.empty(), Interpolation.of(Setting.EXPLORE_TEACHER, first, Value.of(List.of(6.0, 2.0))));
    }

    @Test
    void choicesDoNotTravel() {
        assertEquals(Optional.empty(), Interpolation.of(Setting.EXPLORE_PULL, Value.of("soft"), Value.of("hard")));
        assertEquals(Optional.empty(), Interpolation.of(Setting.TRAIN_EPOCHS, Value.of(1), Value.of(30)));
    }
}
