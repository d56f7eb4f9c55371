package distillery.cli.golden;

import static java.util.Map.entry;

import distillery.cli.golden.GoldenCase.Block;
import distillery.loss.DoubleMatrix;
import distillery.loss.SquaredError;
import distillery.loss.feature.ActivationBoundaryLoss;
import distillery.loss.feature.AttentionTransferLoss;
import distillery.loss.feature.AveragePool;
import distillery.loss.feature.HintLoss;
import distillery.loss.feature.Regressor;
import distillery.loss.feature.WeightMatchingLoss;
import java.util.Map;

/** Golden cases of losses on what nets have inside: what comes of a case, by name. */
final class FeatureCases {
    /** What the golden schema calls the regressor of a hint. */
    private enum RegressorKind {
        LINEAR,
        CONV1X1
    }

    /** What the golden schema calls the reduction of weights, which have no batch. */
    private enum WeightReduction {
        MEAN,
        HALF_SUM
    }

    private FeatureCases() {}

    static Map<String, Object> hint(GoldenCase golden) {
        int dimensions = golden.choice("regressor", RegressorKind.class) == RegressorKind.LINEAR ? 2 : 4;
        Block student = golden.block("student_feature", dimensions);
        Block teacher = golden.block("teacher_feature", student);
        Block weight = golden.block("regressor_weight", 2);
        HintLoss.Value value = new HintLoss(golden.choice("reduction", SquaredError.class))
                .of(
                        student.values(),
                        teacher.values(),
                        new Regressor(weight.values(), golden.vector("regressor_bias")),
                        student.sizeFrom(2));
        return Map.of(
                "loss", value.value(),
                "regressed", teacher.nested(value.regressed()),
                "grad_student_feature", student.nested(value.gradient().feature()),
                "grad_regressor_weight", weight.nested(value.gradient().weight()),
                "grad_regressor_bias", value.gradient().bias());
    }

    static Map<String, Object> attentionTransfer(GoldenCase golden) {
        Block student = golden.block("student_feature", 4);
        Block teacher = golden.block("teacher_feature", student);
        AveragePool studentPool = pool(student, teacher);
        AveragePool teacherPool = pool(teacher, student);
        int plane = studentPool.smallHeight() * studentPool.smallWidth();
        AttentionTransferLoss.Value value = new AttentionTransferLoss(
                        golden.number("p"), golden.choice("mode", AttentionTransferLoss.Mode.class))
                .of(studentPool.apply(student.values()), teacherPool.apply(teacher.values()), student.size(0), plane);
        return Map.of(
                "loss", value.value(),
                "student_attention", Block.nested(value.studentAttention(), student.size(0), plane),
                "teacher_attention", Block.nested(value.teacherAttention(), student.size(0), plane),
                "grad_student_feature", student.nested(studentPool.slopes(value.gradient())));
    }

    /** What brings maps to the size of others, if those are smaller. */
    private static AveragePool pool(Block maps, Block others) {
        return new AveragePool(
                maps.size(2),
                maps.size(3),
                Math.min(maps.size(2), others.size(2)),
                Math.min(maps.size(3), others.size(3)));
    }

    static Map<String, Object> activationBoundary(GoldenCase golden) {
        Block student = golden.block("student_preactivation");
        ActivationBoundaryLoss.Value value = new ActivationBoundaryLoss(
                        golden.number("margin"), golden.choice("reduction", ActivationBoundaryLoss.Reduction.class))
                .of(
                        student.values(),
                        golden.block("teacher_preactivation", student).values(),
                        student.size(0));
        return Map.of(
                "loss", value.value(),
                "grad_student_preactivation", student.nested(value.gradient()),
                "pattern_agreement", value.agreement(),
                "student_active_fraction", value.studentActive(),
                "teacher_active_fraction", value.teacherActive());
    }

    /** With projections where the case says so; their slopes are no part of the schema. */
    static Map<String, Object> weightMatching(GoldenCase golden) {
        Block student = golden.block("student_weight");
        boolean mean = golden.choice("reduction", WeightReduction.class) == WeightReduction.MEAN;
        WeightMatchingLoss loss = new WeightMatchingLoss(mean ? SquaredError.MEAN : SquaredError.HALF_SUM_BATCHMEAN);
        if (!golden.flag("projected")) {
            WeightMatchingLoss.Value value = loss.of(
                    student.values(), golden.block("teacher_weight", student).values());
            return weights(student, value.value(), value.relativeError(), value.gradient());
        }
        WeightMatchingLoss.Projected value = loss.of(
                matrix(golden, "student_weight"),
                matrix(golden, "teacher_weight"),
                matrix(golden, "projection_out"),
                matrix(golden, "projection_in"));
        return weights(student, value.value(), value.relativeError(), value.gradient());
    }

    private static Map<String, Object> weights(Block student, double loss, double relativeError, double[] gradient) {
        return Map.ofEntries(
                entry("loss", loss),
                entry("relative_frobenius_error", relativeError),
                entry("grad_student_weight", student.nested(gradient)));
    }

    private static DoubleMatrix matrix(GoldenCase golden, String name) {
        Block block = golden.block(name, 2);
        return DoubleMatrix.of(block.values(), block.size(0));
    }
}
