package distillery.lab.setup;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A small model with settings, as the screens have them. */
public final class Sample {
    /** Its settings. */
    public record Settings(double temperature, List<Double> logits) {
        public Settings {
            logits = List.copyOf(logits);
            Refusal.unless(temperature >= 0, "temperature", "refused.least", 0, NumberRange.readable(temperature));
        }
    }

    public final DoubleProperty temperature = new SimpleDoubleProperty(4);
    public final ObjectProperty<List<Double>> logits = new SimpleObjectProperty<>(List.of(6.0, 2.0, -2.0));

    public SetUpPart<Settings> part() {
        return new SetUpPart<>(
                "sample",
                Settings.class,
                () -> new Settings(temperature.get(), logits.get()),
                settings -> {
                    temperature.set(settings.temperature());
                    logits.set(settings.logits());
                },
                temperature,
                logits);
    }
}
