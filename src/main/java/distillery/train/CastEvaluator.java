package distillery.train;

import distillery.data.HeldOut;
import distillery.data.PlaneGrid;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.method.Arrangement;
import distillery.method.Heads;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.train.Evaluation.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the arms of a cast do on what nobody learns from: test samples, held-out samples, and all over the plane. */
final class CastEvaluator {
    private final EvaluationSet on;
    private final Heads heads;
    private final List<Committee> committees;
    private final Samples train;
    private final Teacher teacher;
    private final int[] heldOut;
    private final @Nullable SecondLabels second;
    private final InputBatch inputs;

    private final Evaluator test;
    private @Nullable Evaluator held;
    private @Nullable Evaluator everywhere;

    /** How those did who learn no more. */
    private final Map<ArmName, Score> finished = new TreeMap<>();

    /** Asks the teacher about the test samples, unless he was asked before. */
    CastEvaluator(
            TrainSettings settings,
            Cast cast,
            DataAndTeacher materials,
            int[] heldOut,
            @Nullable SecondLabels second,
            InputBatch inputs) {
        on = settings.evaluatedOn();
        // whether a net is told in a test which task a sample belongs to
        heads = settings.method().method().arrangement() instanceof Arrangement.Tasks tasks ? tasks.heads() : Heads.ONE;
        committees = cast.committees();
        train = materials.data().train();
        teacher = materials.teacher();
        this.heldOut = heldOut;
        this.second = second;
        this.inputs = inputs;
        test = new Evaluator(materials.data().test(), teacher, inputs);
    }

    /**
     * How these arms do, with their exits and committees, and how those of earlier phases did at their end.
     *
     * @param moving the distilled student's own copy of the teacher, while it is not frozen
     */
    Evaluation evaluate(Map<ArmName, ArmTrainer> arms, @Nullable UnfrozenTeacher moving, long step, int epoch) {
        Evaluator evaluator = on == EvaluationSet.TEST ? test : heldOut();
        List<Evaluator.Asked> nets = new ArrayList<>();
        List<ArmName> asked = new ArrayList<>();
        arms.forEach((name, arm) -> {
            asked.add(name);
            asked.addAll(arm.arm().exits());
            nets.add(new Evaluator.Asked(arm.net().spec(), arm::answers));
        });
        if (moving != null) {
            nets.add(Evaluator.Asked.of(moving.net()));
        }
        List<double[]> answers = evaluator.answers(nets);
        int[] first = evaluator.teacher().taken();
        Score taught = moving == null
                ? evaluator.teacher()
                : evaluator.score(answers.get(answers.size() - 1), first, Heads.ONE);
        Map<ArmName, Score> results = new TreeMap<>(finished);
        for (int i = 0; i < asked.size(); i++) {
            int[] own = asked.get(i).role() == ArmRole.DISTILLED ? taught.taken() : first;
            SecondLabels other = asked.get(i).role().answersSecond() ? second : null;
            results.put(
                    asked.get(i),
                    other == null
                            ? evaluator.score(answers.get(i), own, heads)
                            : evaluator.scoreSecond(answers.get(i), other));
        }
        finished.putAll(results);
        askCommittees(evaluator, results);
        return new Evaluation(step, epoch, on, results, taught);
    }

    private void askCommittees(Evaluator evaluator, Map<ArmName, Score> results) {
        for (Committee committee : committees) {
            List<double[]> members = results.entrySet().stream()
                    .filter(entry -> committee.members().contains(entry.getKey()))
                    .map(entry -> entry.getValue().logits())
                    .toList();
            if (members.stream().allMatch(logits -> Arrays.stream(logits).allMatch(Double::isFinite))) {
                double[] together = Committee.logits(members, train.classes());
                results.put(
                        committee.name(),
                        evaluator.score(together, evaluator.teacher().taken(), Heads.ONE));
            }
        }
    }

    /** See {@link Experiment#stoppingAccuracy}. */
    double stoppingAccuracy(ArmName name, Network net, Evaluation last) {
        Score score = last.arms().get(name);
        if (score == null) {
            return 0;
        }
        if (last.on() == EvaluationSet.HELD_OUT || heldOut.length == 0) {
            return score.accuracy();
        }
        Evaluator evaluator = heldOut();
        return evaluator
                .score(answers(evaluator, net), evaluator.teacher().taken(), heads)
                .accuracy();
    }

    /** See {@link Experiment#answers}. */
    LabelledLogits answers(Network net, EvaluationSet wanted) throws Problem {
        if (wanted == EvaluationSet.HELD_OUT && heldOut.length == 0) {
            throw nothingHeldOut(train);
        }
        Evaluator evaluator = wanted == EvaluationSet.TEST ? test : heldOut();
        return evaluator.labelled(answers(evaluator, net));
    }

    /**
     * See {@link Experiment#plane}.
     *
     * @param shown the indices of the samples that the arms are shown
     */
    PlaneAnswers plane(long step, ArmName arm, Network net, @Nullable UnfrozenTeacher moving, int[] shown) {
        if (train.features() != 2) {
            throw new IllegalStateException("samples of " + train.features() + " numbers lie in no plane");
        }
        PlaneGrid grid = new PlaneGrid(PlaneAnswers.CELLS, train.classes());
        Evaluator evaluator = everywhere == null ? new Evaluator(grid, teacher, inputs) : everywhere;
        everywhere = evaluator;
        double[] taught = moving == null ? evaluator.teacher().logits() : answers(evaluator, moving.net());
        double[] said = answers(evaluator, net);
        return new PlaneAnswers(step, arm, grid, PlaneAnswers.narrow(taught), PlaneAnswers.narrow(said), shown.clone());
    }

    private static double[] answers(Evaluator evaluator, Network net) {
        return evaluator.answers(List.of(Evaluator.Asked.of(net))).get(0);
    }

    private Evaluator heldOut() {
        Evaluator evaluator = held == null ? new Evaluator(train, heldOut, teacher, inputs) : held;
        held = evaluator;
        return evaluator;
    }

    /** That no sample is held out where one is asked for. */
    static Problem nothingHeldOut(Samples train) {
        return new Problem(
                "data.nothing-held-out", train.drawable(), train.drawable() - HeldOut.count(train.drawable()));
    }

    int testCount() {
        return test.count();
    }

    int heldOutCount() {
        return heldOut.length;
    }

    /** How the teacher does on the test samples. */
    Score teacher() {
        return test.teacher();
    }
}
