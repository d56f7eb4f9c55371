package distillery.cli.golden;

import static java.util.Map.entry;

import distillery.cli.golden.GoldenCase.Block;
import distillery.cli.golden.GoldenCase.Table;
import distillery.loss.AlphaConvention;
import distillery.loss.LossValue;
import distillery.loss.Softmax;
import distillery.loss.scheme.AnnealedLoss;
import distillery.loss.scheme.AugmentedNetLoss;
import distillery.loss.scheme.ConfidenceWeightedLoss;
import distillery.loss.scheme.EnsembleLoss;
import distillery.loss.scheme.ForgettingLoss;
import distillery.loss.scheme.MultiExitLoss;
import distillery.loss.scheme.MutualLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Golden cases of losses by who teaches whom: what comes of a case, by name. */
final class SchemeCases {
    private SchemeCases() {}

    static Map<String, Object> mutual(GoldenCase golden) {
        Block logits = golden.block("logits", 3);
        double[][] nets = parts(logits);
        int[] labels = golden.labels("labels");
        double divergence = softScale(golden);
        MutualLoss loss = new MutualLoss(golden.number("temperature"), divergence, 1);
        List<Map<String, Object>> perNetwork = new ArrayList<>();
        for (int net = 0; net < nets.length; net++) {
            List<double[]> peers = new ArrayList<>(List.of(nets));
            peers.remove(net);
            MutualLoss.Value value = loss.of(nets[net], peers, labels, logits.size(2));
            Map<String, Object> fromPeer = new LinkedHashMap<>();
            for (int i = 0; i < peers.size(); i++) {
                fromPeer.put(String.valueOf(i < net ? i : i + 1), divergence * value.fromPeer()[i]);
            }
            perNetwork.add(Map.of(
                    "net", net,
                    "loss", value.value(),
                    "hard", value.hard(),
                    "kl_from_peer", fromPeer,
                    "grad_logits", Block.nested(value.gradient(), logits.size(1), logits.size(2))));
        }
        return Map.of("per_network", perNetwork);
    }

    static Map<String, Object> multiExit(GoldenCase golden) {
        Block logits = golden.block("exit_logits", 3);
        Block features = golden.block("exit_features", 3);
        MultiExitLoss.Value value = new MultiExitLoss(
                        golden.number("temperature"),
                        AlphaConvention.ALPHA_ON_SOFT.softWeight(golden.number("alpha")) * softScale(golden),
                        AlphaConvention.ALPHA_ON_SOFT.hardWeight(golden.number("alpha")),
                        golden.number("hint_weight"),
                        golden.number("deepest_hard_weight"))
                .of(parts(logits), parts(features), golden.labels("labels"), logits.size(2));
        return Map.of(
                "loss", value.value(),
                "hard", value.hard(),
                "soft_times_T2", value.softTimesT2(),
                "hint", value.hint(),
                "grad_exit_logits", each(value.logitGradients(), logits),
                "grad_exit_features", each(value.featureGradients(), features));
    }

    static Map<String, Object> confidenceWeighted(GoldenCase golden) {
        Table student = golden.table("logits_student");
        ConfidenceWeightedLoss.Value value = ConfidenceWeightedLoss.of(
                student.values(),
                golden.table("logits_teacher", student.columns()).values(),
                golden.labels("labels"),
                student.columns());
        return Map.of(
                "loss", value.value(),
                "sample_weights", value.weights(),
                "grad_logits_student", OutputCases.rows(value.gradient(), student.columns()));
    }

    static Map<String, Object> annealed(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        double[] teacher = golden.table("logits_teacher", classes).values();
        int[] labels = golden.labels("labels");
        AnnealedLoss annealed = new AnnealedLoss(golden.number("lam"), golden.number("temperature", 1));
        LossValue loss = annealed.of(student.values(), teacher, labels, classes);
        return Map.of(
                "loss", loss.value(),
                "target", OutputCases.rows(annealed.targets(teacher, labels, classes), classes),
                "grad_logits_student", OutputCases.rows(loss.gradient(), classes));
    }

    static Map<String, Object> ensemble(GoldenCase golden) {
        List<double[]> teachers = List.of(parts(golden.block("logits_teachers", 3)));
        Table student = golden.table("logits_student");
        int classes = student.columns();
        int[] labels = golden.labels("labels");
        EnsembleLoss arithmetic = new EnsembleLoss(golden.number("temperature"), EnsembleLoss.Mean.ARITHMETIC);
        EnsembleLoss geometric = new EnsembleLoss(golden.number("temperature"), EnsembleLoss.Mean.GEOMETRIC);
        LossValue loss = arithmetic.of(student.values(), teachers, classes);
        double[] softLabels = arithmetic.softLabels(teachers, classes);
        int[] taken = Softmax.largest(softLabels, classes);
        long errors = IntStream.range(0, labels.length)
                .filter(row -> taken[row] != labels[row])
                .count();
        return Map.of(
                "soft_target_arithmetic", OutputCases.rows(softLabels, classes),
                "soft_target_geometric", OutputCases.rows(geometric.softLabels(teachers, classes), classes),
                "soft_ce_times_T2_arithmetic", loss.value(),
                "grad_logits_student_arithmetic", OutputCases.rows(loss.gradient(), classes),
                "ensemble_errors_arithmetic", errors);
    }

    static Map<String, Object> forgetting(GoldenCase golden) {
        Table old = golden.table("old_head_logits");
        Table fresh = golden.table("new_head_logits");
        double temperature = golden.number("temperature");
        double scale = golden.flag("t_squared", false) ? temperature * temperature : 1;
        ForgettingLoss.Value value = new ForgettingLoss(temperature, scale * golden.number("lambda_old"))
                .of(
                        new ForgettingLoss.Head(old.values(), old.columns()),
                        golden.table("recorded_old_logits", old.columns()).values(),
                        new ForgettingLoss.Head(fresh.values(), fresh.columns()),
                        golden.labels("new_labels"));
        return Map.of(
                "loss", value.value(),
                "old_task_soft_ce", value.oldCrossEntropy(),
                "old_task_kl", value.oldDivergence(),
                "new_task_hard", value.newHard(),
                "grad_old_head_logits", OutputCases.rows(value.oldGradient(), old.columns()),
                "grad_new_head_logits", OutputCases.rows(value.newGradient(), fresh.columns()));
    }

    static Map<String, Object> augmentedNet(GoldenCase golden) {
        Block first = golden.block("W1", 2);
        Block second = golden.block("W2", 2);
        AugmentedNetLoss.Net net =
                new AugmentedNetLoss.Net(first.values(), golden.vector("b1"), second.values(), golden.vector("b2"));
        AugmentedNetLoss.Value value = new AugmentedNetLoss(
                        golden.whole("base_width"), golden.whole("augmented_width"), golden.number("alpha"))
                .of(golden.table("x", first.size(1)).values(), golden.labels("labels"), net);
        return Map.ofEntries(
                entry("loss", value.value()),
                entry("loss_base", value.base()),
                entry("loss_augmented", value.augmented()),
                entry("logits_base", OutputCases.rows(value.baseLogits(), second.size(0))),
                entry("logits_augmented", OutputCases.rows(value.augmentedLogits(), second.size(0))),
                entry("grad_W1", first.nested(value.gradient().w1())),
                entry("grad_b1", value.gradient().b1()),
                entry("grad_W2", second.nested(value.gradient().w2())),
                entry("grad_b2", value.gradient().b2()));
    }

    /** What makes T² KL of it where the case has the divergence without T². */
    static double softScale(GoldenCase golden) {
        double temperature = golden.number("temperature");
        return golden.flag("t_squared", true) ? 1 : 1 / (temperature * temperature);
    }

    /** The parts of a block along its outermost dimension. */
    private static double[][] parts(Block block) {
        return OutputCases.rows(block.values(), block.sizeFrom(1));
    }

    private static List<Object> each(double[][] parts, Block like) {
        return List.of(parts).stream()
                .map(part -> Block.nested(part, like.size(1), like.size(2)))
                .toList();
    }
}
