package distillery.method;

import distillery.loss.HintonLoss;

/**
 * What a method sees of one training step. Batches are row-major {@code [rows, classes]}.
 *
 * @param measured the student against labels and teacher at the knobs' temperature; every student is measured this
 *     way, whatever it learns from
 * @param epoch the running epoch, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StepContext(
        LiveHyperparameters knobs,
        int epoch,
        int classes,
        int[] labels,
        double[] student,
        double[] teacher,
        HintonLoss.Value measured) {}
