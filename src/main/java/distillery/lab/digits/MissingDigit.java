package distillery.lab.digits;

import distillery.data.Csv;
import distillery.data.Problem;
import distillery.train.ArmName;
import distillery.train.BiasChoice;
import distillery.train.BiasCurve;
import distillery.train.LabelledLogits;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A student of a run that was never shown some classes, and what raising their bias does (Hinton, Vinyals and Dean 2015,
 * section 3).
 *
 * @param omitted the classes it never saw, as numbers
 * @param names what they are called, in their order
 * @param test errors on the test digits against the bias
 * @param best the bias with the fewest errors on held-out digits; no number if none were held out
 * @param prior what matching the shares of the classes on held-out digits adds to each; empty if none were held out
 */
public record MissingDigit(
        ArmName student, Set<Integer> omitted, String names, BiasCurve test, double best, Map<Integer, Double> prior) {

    static MissingDigit of(
            ArmName student,
            Set<Integer> omitted,
            String names,
            LabelledLogits test,
            @Nullable LabelledLogits heldOut) {
        double best = Double.NaN;
        Map<Integer, Double> prior = Map.of();
        if (heldOut != null) {
            best = BiasCurve.of(heldOut, omitted, omitted).best();
            BiasChoice shares = new BiasChoice(BiasChoice.Rule.PRIOR, zeros(omitted));
            prior = shares.on(heldOut);
        }
        return new MissingDigit(student, omitted, names, BiasCurve.of(test, omitted, omitted), best, prior);
    }

    private static Map<Integer, Double> zeros(Set<Integer> omitted) {
        Map<Integer, Double> zeros = new TreeMap<>();
        omitted.forEach(index -> zeros.put(index, 0.0));
        return zeros;
    }

    /** Whether digits were held out to choose the bias on. */
    public boolean isChosen() {
        return Double.isFinite(best);
    }

    /** The one number that matching shares comes to, where only one class is missing; no number else. */
    public double priorBias() {
        return prior.size() == 1 ? prior.values().iterator().next() : Double.NaN;
    }

    /** The errors against the bias as a table, from one bias to another. */
    public void write(Appendable out, double from, double to, double step) throws IOException {
        Csv table = new Csv(out);
        table.row("bias", "errors", "errors_on_missing");
        long steps = Math.round((to - from) / step);
        for (long i = 0; i <= steps; i++) {
            double bias = from + (to - from) * i / steps;
            table.row(bias, test.errors(bias), test.errorsOnOmitted(bias));
        }
    }

    /** What the experiment says when it has no held-out digits. */
    interface Asked {
        LabelledLogits ask() throws Problem;
    }

    static @Nullable LabelledLogits orNull(Asked asked) {
        try {
            return asked.ask();
        } catch (Problem nothingHeldOut) {
            return null;
        }
    }
}
