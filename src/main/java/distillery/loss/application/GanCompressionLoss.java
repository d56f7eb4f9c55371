package distillery.loss.application;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;
import distillery.loss.feature.HintLoss;
import distillery.loss.feature.Regressor;
import java.util.Arrays;

/**
 * GAN compression: a small generator that is to deceive the discriminator, to reproduce a picture, and to have features
 * like its teacher's, {@code adversarialWeight mean((D - 1)²) + reconstructionWeight mean|output - wanted| +
 * distillationWeight mean((M feature - teacher's feature)²)} (Li et al. 2020, section 3). The wanted picture is the real
 * one where data are paired, the teacher's output where they are not.
 */
public record GanCompressionLoss(double adversarialWeight, double reconstructionWeight, double distillationWeight) {
    public GanCompressionLoss {
        Preconditions.weight("adversarial weight", adversarialWeight);
        Preconditions.weight("reconstruction weight", reconstructionWeight);
        Preconditions.weight("distillation weight", distillationWeight);
    }

    /**
     * What the student made of a batch.
     *
     * @param output the pictures
     * @param feature a hidden layer, {@code [rows, channels, plane]}
     * @param plane the pixels of that layer, 1 where there are none
     * @param scores the discriminator's of the pictures; 1 stands for "real"
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Generated(double[] output, double[] feature, int plane, double[] scores) {}

    /** The loss against the wanted pictures and the teacher's features, which the mapping leads to. */
    public Value of(Generated student, double[] wanted, double[] teacherFeature, Regressor mapping) {
        Preconditions.width("the scores", student.scores, 1);
        double[] real = new double[student.scores.length];
        Arrays.fill(real, 1);
        LossValue adversarial = SquaredError.MEAN.of(student.scores, real, 1);
        LossValue reconstruction = meanDistance(student.output, wanted);
        HintLoss.Value match =
                new HintLoss(SquaredError.MEAN).of(student.feature, teacherFeature, mapping, student.plane);
        LossValue feature = new LossValue(match.value(), match.gradient().feature()).times(distillationWeight);
        LossValue map = new LossValue(match.value(), match.gradient().weight()).times(distillationWeight);
        return new Value(
                adversarialWeight * adversarial.value()
                        + reconstructionWeight * reconstruction.value()
                        + feature.value(),
                adversarial.value(),
                reconstruction.value(),
                match.value(),
                reconstruction.times(reconstructionWeight).gradient(),
                feature.gradient(),
                map.gradient(),
                adversarial.times(adversarialWeight).gradient());
    }

    /** The mean of absolute differences; where two pixels are equal it has no slope. */
    private static LossValue meanDistance(double[] output, double[] wanted) {
        Preconditions.width(output, wanted, 1);
        double[] gradient = new double[output.length];
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            double apart = output[i] - wanted[i];
            sum += Math.abs(apart);
            gradient[i] = Math.signum(apart) / output.length;
        }
        return new LossValue(sum / output.length, gradient);
    }

    /**
     * The loss taken apart; terms are unweighted, slopes are those of {@code value}.
     *
     * @param adversarial of least squares: how far the scores are from "real"
     * @param reconstruction the mean absolute difference
     * @param distillation the mean squared difference of the mapped features
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value,
            double adversarial,
            double reconstruction,
            double distillation,
            double[] outputGradient,
            double[] featureGradient,
            double[] mappingGradient,
            double[] scoreGradient) {}
}
