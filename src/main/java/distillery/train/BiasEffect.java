package distillery.train;

import distillery.data.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a corrected bias changes in a finished student.
 *
 * @param rule who said how much
 * @param added to the bias of each class
 * @param countedOn which samples the errors are counted on
 * @param before the errors without it
 * @param after the errors with it
 * @param best what the best one constant for these samples would have been, as the paper chose it: on the very samples that
 *     it was judged by
 */
public record BiasEffect(
        long seed,
        ArmName arm,
        BiasChoice.Rule rule,
        Map<Integer, Double> added,
        EvaluationSet countedOn,
        Errors before,
        Errors after,
        Best best) {

    /**
     * Errors of one net.
     *
     * @param ofOmitted those on samples of classes that it never saw
     */
    public record Errors(int all, int ofOmitted) {
        private static Errors of(LabelledLogits answers, Set<Integer> omitted) {
            ConfusionMatrix confusion = answers.confusion();
            return new Errors(
                    confusion.errors(),
                    omitted.stream().mapToInt(confusion::errorsOf).sum());
        }
    }

    /** The errors with one constant. */
    public record Best(double added, int all, int ofOmitted) {}

    /**
     * Corrects one arm of an experiment that has learned; its weights stay as they are.
     *
     * @throws Problem if the choice needs held-out samples and there are none
     */
    public static BiasEffect of(Experiment experiment, TrainSettings settings, ArmName arm, BiasChoice choice)
            throws Problem {
        Map<Integer, Double> added = choice.isChosen()
                ? choice.on(experiment.answers(arm, EvaluationSet.HELD_OUT))
                : new TreeMap<>(choice.bias());
        LabelledLogits counted = experiment.answers(arm, settings.evaluatedOn());
        Set<Integer> omitted = settings.omitted();
        BiasCurve curve = BiasCurve.of(counted, choice.classes(), omitted);
        double best = curve.best();
        return new BiasEffect(
                settings.seed(),
                arm,
                choice.rule(),
                added,
                settings.evaluatedOn(),
                Errors.of(counted, omitted),
                Errors.of(counted.with(added), omitted),
                new Best(best, curve.errors(best), curve.errorsOnOmitted(best)));
    }
}
