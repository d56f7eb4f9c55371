package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.Role;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A curve on a chart: the role gives colour and pattern, the name stands in the legend.
 *
 * @param band what lies faintly around it; null for nothing
 */
record Series(Role role, Curve curve, @Nullable Band band, ObservableValue<String> name) {
    /** Two curves over the same x, and what is between them. */
    record Band(Curve low, Curve high) {}

    /** The curve, and the edges of its band. */
    Stream<Curve> all() {
        return band == null ? Stream.of(curve) : Stream.of(curve, band.low(), band.high());
    }
}
