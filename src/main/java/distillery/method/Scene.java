package distillery.method;

import distillery.loss.HintonLoss;
import java.util.function.IntFunction;

/**
 * What a method sees of one training step. Batches are row-major {@code [rows, classes]}; activations are row-major
 * {@code [rows, width]} by hidden layer from 0. What a method did not name in {@link Method#needs} is empty.
 *
 * @param measured the student against labels and teacher at the knobs' temperature; every student is measured this
 *     way, whatever it learns from
 * @param epoch the running epoch, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Scene(
        Knobs knobs,
        int epoch,
        int classes,
        int[] labels,
        double[] student,
        double[] teacher,
        double[] peer,
        IntFunction<double[]> studentActivations,
        IntFunction<double[]> teacherActivations,
        HintonLoss.Value measured) {}
