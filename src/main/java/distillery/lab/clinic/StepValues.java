package distillery.lab.clinic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The lines of one calculation: a number for each class, or a single one for a loss. */
public final class StepValues {
    private final Map<CalculationStep, double[]> lines = new EnumMap<>(CalculationStep.class);

    StepValues() {}

    void write(CalculationStep line, double... numbers) {
        lines.put(line, numbers);
    }

    /** The line as it is kept; see {@link CalculationStep#isLogarithmic}. */
    double[] kept(CalculationStep line) {
        double[] numbers = lines.get(line);
        if (numbers == null) {
            throw new IllegalStateException(line + " is used before it is written");
        }
        return numbers;
    }

    /** The numbers of a line; probabilities as such, not as logarithms. */
    public double[] numbers(CalculationStep line) {
        return readable(line, kept(line));
    }

    static double[] readable(CalculationStep line, double[] kept) {
        return line.isLogarithmic() ? Arrays.stream(kept).map(Math::exp).toArray() : kept.clone();
    }

    /** The number of a line that holds a loss. */
    public double number(CalculationStep line) {
        return kept(line)[0];
    }
}
