package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.ExploreSettings;
import distillery.lab.Glide.Move;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** How sliders travel. */
@ExtendWith(ApplicationExtension.class)
class SoftGlideTest {
    /** The values a property takes on its way, the last one included. */
    private static List<Double> way(double from, double to, boolean temperature) throws Exception {
        DoubleProperty property = new SimpleDoubleProperty(from);
        List<Double> taken = new CopyOnWriteArrayList<>();
        property.addListener((any, before, now) -> taken.add(now.doubleValue()));
        CompletableFuture<Double> arrived = new CompletableFuture<>();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new SoftGlide()
                .start(List.of(new Move(property, to, temperature)), () -> arrived.complete(property.get())));
        assertEquals(to, arrived.get(10, TimeUnit.SECONDS));
        return taken;
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "0, 4", "4, Infinity", "Infinity, 4", "0, Infinity", "Infinity, 0"})
    void aTemperatureJumpsToAndFromItsLimits(double from, double to) throws Exception {
        assertEquals(List.of(to), way(from, to, true));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 100", "100, 0.05", "1, 4"})
    void aTemperatureNeverLeavesItsRangeOnTheWay(double from, double to) throws Exception {
        List<Double> taken = way(from, to, true);
        assertTrue(taken.size() > 1, "it travels");
        assertTrue(taken.stream()
                .allMatch(now ->
                        now >= ExploreSettings.LOWEST_TEMPERATURE && now <= ExploreSettings.HIGHEST_TEMPERATURE));
    }

    @Test
    void aWeightTravelsFromZeroToo() throws Exception {
        List<Double> taken = way(0, 0.9, false);
        assertTrue(taken.size() > 1, "it travels");
        assertEquals(taken.stream().sorted().toList(), taken);
    }
}
