package distillery.view.train;

import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.method.Heads;
import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.EvaluationSet;
import distillery.train.StopCondition;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out of a run that is at rest, and why it stopped, in words. */
final class RunEnding {
    /** Of what blind guessing leaves wrong, a net that gets less than this right has learned nothing to speak of. */
    private static final double HARDLY_ANY = 1.0 / 9;

    private final RunState reading;
    private final Texts texts;

    RunEnding(RunState reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    /** Whether there is anything to say. */
    boolean isReached() {
        Stage stage = reading.stage();
        return (stage == Stage.FINISHED || stage == Stage.RESTING)
                && reading.evaluationProperty().get() != null;
    }

    /** Why it stopped, and where. */
    String reason() {
        String place = texts.get("train.ending.place", reading.epochs(), reading.step());
        if (reading.stage() != Stage.FINISHED) {
            return texts.get("train.ending.stopped", place);
        }
        if (reading.goal() instanceof StopCondition.Accuracy wanted) {
            Evaluation last = reading.evaluationProperty().get();
            boolean all = last != null && reading.epochs() >= wanted.mostEpochs();
            return texts.get(
                    all ? "train.ending.not-reached" : "train.ending.reached", Numbers.percent(wanted.share()), place);
        }
        return texts.get("train.ending.finished", place);
    }

    /** The errors of all arms, those of the distilled student first, and what one such number is worth. */
    String outcome() {
        Evaluation last = reading.evaluationProperty().get();
        if (last == null) {
            return "";
        }
        List<String> errors = Stream.concat(Stream.of(ArmName.DISTILLED), last.arms().keySet().stream())
                .filter(last.arms()::containsKey)
                .distinct()
                .map(arm -> texts.get("train.ending.errors", ArmWords.of(arm, texts), errorsOf(last, arm)))
                .toList();
        String counted = texts.get(
                last.on() == EvaluationSet.TEST ? "train.ending.outcome" : "train.ending.outcome.held-out",
                errors.stream().collect(Collectors.joining(texts.get("chart.between-readings"))));
        return texts.paragraph(
                List.of(counted, halves(last), guessing(last) ? texts.get("train.ending.guessing") : ""));
    }

    /** Where classes are learned one half after the other: what is left of the first. */
    private String halves(Evaluation last) {
        Evaluation.Score before = last.arms().get(ArmName.BEFORE);
        Evaluation.Score tuned = last.arms().get(ArmName.LABELS_ONLY);
        Evaluation.Score kept = last.arms().get(ArmName.DISTILLED);
        if (before == null || tuned == null || kept == null) {
            return "";
        }
        int old = Heads.old(kept.classErrors().size());
        return texts.get("train.ending.forgotten", before.errors(0, old), tuned.errors(0, old), kept.errors(0, old));
    }

    private static int errorsOf(Evaluation last, ArmName arm) {
        Evaluation.Score score = last.arms().get(arm);
        return score == null ? 0 : score.errors();
    }

    private static boolean guessing(Evaluation last) {
        return last.step() > 0
                && last.arms().values().stream().allMatch(score -> isGuessing(score.accuracy(), classes(score)));
    }

    /** With ten classes, below twice the share of blind guessing; two classes leave no room for that. */
    static boolean isGuessing(double accuracy, double classes) {
        double blind = 1 / classes;
        return accuracy < blind + HARDLY_ANY * (1 - blind);
    }

    private static double classes(Evaluation.Score score) {
        double samples = score.errors() / (1 - score.accuracy());
        return score.logits().length / samples;
    }
}
