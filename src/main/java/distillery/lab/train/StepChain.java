package distillery.lab.train;

import distillery.loss.Softmax;
import distillery.train.StepPhase;
import distillery.train.StepReport;
import distillery.train.TrainEvent;

/**
 * A step in slow motion: where it is, and the numbers of every phase, those of the distilled student.
 *
 * @param samples how many are in the batch
 * @param teacherSure the probability of the teacher's first choice at the training temperature, a mean over the batch
 * @param studentSure the same of the student
 * @param gradient the length of the gradient along all weights
 * @param moved how far the weights went
 */
public record StepChain(
        StepPhase phase,
        long step,
        int samples,
        double temperature,
        double teacherSure,
        double studentSure,
        StepReport.ArmStep losses,
        double gradient,
        double moved) {

    static StepChain of(TrainEvent.StepPhaseReached reached) {
        StepReport report = reached.report();
        StepReport.ArmStep student = report.watched();
        int samples = report.batch().size();
        double temperature = report.live().knobs().temperature();
        return new StepChain(
                reached.phase(),
                report.step(),
                samples,
                temperature,
                sure(report.teacherLogits(), samples, temperature),
                sure(student.logits(), samples, temperature),
                student,
                reached.gradient(),
                reached.moved());
    }

    private static double sure(double[] logits, int rows, double temperature) {
        int classes = logits.length / rows;
        double[] logP = Softmax.logProbabilities(logits, classes, temperature);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += Math.exp(logP[row * classes + Softmax.largest(logP, row * classes, classes)]);
        }
        return sum / rows;
    }
}
