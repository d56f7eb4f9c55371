package distillery.cli.golden;

import static java.util.Map.entry;

import distillery.cli.golden.GoldenCase.Table;
import distillery.loss.AlphaConvention;
import distillery.loss.DecoupledLoss;
import distillery.loss.HardLoss;
import distillery.loss.HighTemperatureLimit;
import distillery.loss.HintonLoss;
import distillery.loss.LogitLoss;
import distillery.loss.LossValue;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import distillery.loss.SquaredError;
import distillery.loss.WeightedLoss;
import distillery.loss.WeightedLoss.Reduction;
import distillery.train.BiasCurve;
import distillery.train.LabelledLogits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Golden cases of losses on the outputs: what comes of a case, by name. */
final class OutputCases {
    private OutputCases() {}

    static Map<String, Object> softmaxTemperature(GoldenCase golden) {
        Table logits = golden.table("logits");
        int classes = logits.columns();
        double temperature = golden.number("temperature");
        double[][] probabilities = rows(Softmax.probabilities(logits.values(), classes, temperature), classes);
        return Map.of(
                "probs", probabilities,
                "log_probs", rows(Softmax.logProbabilities(logits.values(), classes, temperature), classes),
                "entropy_nats", each(List.of(probabilities), Softmax::entropy),
                "argmax_first", Softmax.largest(logits.values(), classes));
    }

    static Map<String, Object> softmaxJacobian(GoldenCase golden) {
        double[] logits = golden.vector("logits");
        double temperature = golden.number("temperature");
        return Map.of(
                "probs", Softmax.probabilities(logits, temperature),
                "jacobian", Softmax.jacobian(logits, temperature));
    }

    static Map<String, Object> hardLoss(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int[] labels = golden.labels("labels");
        LossValue mean = HardLoss.of(student.values(), labels, student.columns());
        boolean summed = golden.choice("reduction", HardReduction.class, HardReduction.MEAN) == HardReduction.SUM;
        LossValue loss = summed ? mean.times(student.rows()) : mean;
        return Map.of(
                "loss", loss.value(),
                "per_sample", HardLoss.perSample(student.values(), labels, student.columns()),
                "grad_logits_student", rows(loss.gradient(), student.columns()));
    }

    /** How the hard loss of a batch becomes one number. */
    private enum HardReduction {
        MEAN,
        SUM
    }

    static Map<String, Object> softLoss(GoldenCase golden) {
        golden.requireFlag("t_squared", false);
        Table student = golden.table("logits_student");
        int classes = student.columns();
        Table teacher = golden.table("logits_teacher", classes);
        double temperature = golden.number("temperature");
        SoftLoss loss = SoftLoss.of(student.values(), teacher.values(), classes, temperature);
        double[][] teacherRows = rows(teacher.values(), classes);
        double[][] studentRows = rows(student.values(), classes);
        List<SoftLoss> samples = IntStream.range(0, student.rows())
                .mapToObj(row -> SoftLoss.of(studentRows[row], teacherRows[row], classes, temperature))
                .toList();
        return Map.of(
                "soft_ce", loss.crossEntropy(),
                "kl", loss.divergence(),
                "teacher_entropy", loss.teacherEntropy(),
                "kl_reduction_sum", loss.divergence() * student.rows(),
                "kl_reduction_mean", loss.divergence() / classes,
                "per_sample_kl", each(samples, SoftLoss::divergence),
                "per_sample_soft_ce", each(samples, SoftLoss::crossEntropy),
                "per_sample_teacher_entropy", each(samples, SoftLoss::teacherEntropy),
                "grad_logits_student", rows(loss.gradient(), classes));
    }

    static Map<String, Object> hintonLoss(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        AlphaConvention convention = golden.choice("convention", AlphaConvention.class);
        double alpha = golden.number("alpha");
        HintonLoss loss = new HintonLoss(
                golden.number("temperature"), convention.softWeight(alpha), convention.hardWeight(alpha));
        double[] teacher = golden.table("logits_teacher", classes).values();
        int[] labels = golden.labels("labels");
        HintonLoss.Value value = loss.of(student.values(), teacher, labels, classes);
        boolean timesT2 = golden.flag("t_squared", true);
        Reduction reduction = golden.choice("reduction", Reduction.class, Reduction.BATCHMEAN);
        double total = value.total();
        double[] gradient = value.gradient();
        if (!timesT2 || reduction != Reduction.BATCHMEAN) {
            WeightedLoss.Value other = new WeightedLoss(
                            loss.temperature(),
                            loss.softWeight(),
                            loss.hardWeight(),
                            timesT2,
                            reduction,
                            WeightedLoss.SoftKind.KL)
                    .of(student.values(), teacher, labels, classes);
            total = other.total();
            gradient = other.gradient();
        }
        return Map.ofEntries(
                entry("loss", total),
                entry("hard", value.hard()),
                entry("soft_kl", value.soft()),
                entry("soft_kl_times_T2", value.softTimesT2()),
                entry("soft_ce", value.softCrossEntropy()),
                entry("teacher_entropy", value.teacherEntropy()),
                entry("weight_soft", loss.softWeight()),
                entry("weight_hard", loss.hardWeight()),
                entry("grad_logits_student", rows(gradient, classes)),
                entry("grad_soft_times_T2", rows(value.softGradient(), classes)),
                entry("grad_hard", rows(value.hardGradient(), classes)));
    }

    static Map<String, Object> weightedLoss(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        WeightedLoss loss = new WeightedLoss(
                golden.number("temperature"),
                golden.number("weight_soft"),
                golden.number("weight_hard"),
                golden.flag("t_squared"),
                golden.choice("reduction", Reduction.class),
                golden.choice("soft_kind", WeightedLoss.SoftKind.class));
        WeightedLoss.Value value = loss.of(
                student.values(), golden.table("logits_teacher", classes).values(), golden.labels("labels"), classes);
        return Map.of(
                "loss", value.total(),
                "hard", value.hard(),
                "soft_after_reduction_and_T2", value.soft(),
                "effective_weight_on_T2_kl_batchmean", loss.effectiveSoftWeight(student.rows(), classes),
                "grad_logits_student", rows(value.gradient(), classes));
    }

    static Map<String, Object> logitLoss(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        SquaredError reduction = golden.choice("reduction", SquaredError.class);
        LossValue loss = new LogitLoss(reduction, golden.flag("zero_mean_logits"))
                .of(student.values(), golden.table("logits_teacher", classes).values(), classes);
        return Map.of("loss", loss.value(), "grad_logits_student", rows(loss.gradient(), classes));
    }

    static Map<String, Object> highTemperatureLimit(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        HighTemperatureLimit limit = new HighTemperatureLimit(
                student.values(), golden.table("logits_teacher", classes).values(), classes);
        return Map.of(
                "diff_raw", rows(limit.difference(), classes),
                "diff_centered", rows(limit.centredDifference(), classes),
                "per_temperature",
                        Arrays.stream(golden.numbers("temperatures"))
                                .mapToObj(temperature -> approach(limit, temperature, classes))
                                .toList());
    }

    private static Map<String, Object> approach(HighTemperatureLimit limit, double temperature, int classes) {
        HighTemperatureLimit.Approach approach = limit.at(temperature);
        return Map.of(
                "temperature", temperature,
                "grad_kl_batchmean", rows(approach.gradient(), classes),
                "scaled_grad", rows(approach.scaledGradient(), classes),
                "rel_error_vs_raw_diff", approach.errorToDifference(),
                "rel_error_vs_centered_diff", approach.errorToCentred(),
                "cosine_vs_raw_diff", approach.cosineToDifference(),
                "cosine_vs_centered_diff", approach.cosineToCentred(),
                "kl_times_T2", approach.divergenceTimesT2(),
                "half_mse_centered_over_C", limit.divergenceTimesT2());
    }

    /** With warm-up where the case counts epochs, and with the hard loss where the case weighs it. */
    static Map<String, Object> decoupledLoss(GoldenCase golden) {
        Table student = golden.table("logits_student");
        int classes = student.columns();
        Table teacher = golden.table("logits_teacher", classes);
        int[] labels = golden.labels("labels");
        double temperature = golden.number("temperature");
        DecoupledLoss.Value value = new DecoupledLoss(temperature, golden.number("alpha"), golden.number("beta"))
                .of(student.values(), teacher.values(), labels, classes);
        double warmUp =
                golden.has("epoch") ? DecoupledLoss.warmUp(golden.whole("epoch"), golden.whole("warmup_epochs")) : 1;
        LossValue hard = HardLoss.of(student.values(), labels, classes);
        golden.requireChoice("reduction", Reduction.BATCHMEAN);
        double scale = golden.flag("t_squared", true) ? 1 : 1 / (temperature * temperature);
        LossValue total = value.loss().times(warmUp * scale);
        if (golden.has("ce_weight")) {
            total = total.times(golden.number("dkd_weight")).plus(hard.times(golden.number("ce_weight")));
        }
        Map<String, Object> results = new HashMap<>();
        results.put("loss", total.value());
        results.put("grad_logits_student", rows(total.gradient(), classes));
        results.put("hard", hard.value());
        results.put("warmup_factor", warmUp);
        results.put("tckd", value.tckd());
        results.put("nckd", value.nckd());
        results.put("tckd_per_sample_no_T2", value.tckdPerSample());
        results.put("nckd_per_sample_no_T2", value.nckdPerSample());
        results.put("teacher_target_prob", value.teacherTarget());
        results.put("student_target_prob", value.studentTarget());
        results.put(
                "kl_batchmean_no_T2",
                SoftLoss.of(student.values(), teacher.values(), classes, temperature)
                        .divergence());
        return results;
    }

    static Map<String, Object> biasCorrection(GoldenCase golden) {
        Table logits = golden.table("logits");
        LabelledLogits answers = new LabelledLogits(logits.values(), golden.labels("labels"), logits.columns());
        Set<Integer> shifted =
                Arrays.stream(golden.wholeNumbers("classes")).boxed().collect(Collectors.toSet());
        BiasCurve curve = BiasCurve.of(answers, shifted, shifted);
        List<Map<String, Object>> perDelta = new ArrayList<>();
        double best = Double.NaN;
        for (double delta : golden.numbers("deltas")) {
            best = Double.isNaN(best) || curve.errors(delta) < curve.errors(best) ? delta : best;
            perDelta.add(Map.of(
                    "delta", delta,
                    "errors", curve.errors(delta),
                    "errors_on_shifted_classes", curve.errorsOnOmitted(delta)));
        }
        return Map.of("per_delta", perDelta, "min_errors", curve.errors(best), "first_best_delta", best);
    }

    static double[][] rows(double[] values, int columns) {
        return IntStream.range(0, values.length / columns)
                .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
                .toArray(double[][]::new);
    }

    private static <T> double[] each(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().mapToDouble(number).toArray();
    }
}
