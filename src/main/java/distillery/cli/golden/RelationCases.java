package distillery.cli.golden;

import distillery.cli.golden.GoldenCase.Block;
import distillery.loss.LossValue;
import distillery.loss.SquaredError;
import distillery.loss.relation.AngleLoss;
import distillery.loss.relation.DistanceLoss;
import distillery.loss.relation.FlowLoss;
import distillery.loss.relation.RelationalLoss;
import distillery.loss.relation.SimilarityLoss;
import java.util.Map;

/** Golden cases of losses on relations between samples or layers: what comes of a case, by name. */
final class RelationCases {
    private RelationCases() {}

    static Map<String, Object> similarity(GoldenCase golden) {
        Block student = golden.block("student_feature");
        int rows = student.size(0);
        SimilarityLoss.Value value = SimilarityLoss.of(
                student.values(), golden.block("teacher_feature", student).values(), rows);
        return Map.of(
                "loss", value.value(),
                "student_similarity", Block.nested(value.studentSimilarity(), rows, rows),
                "teacher_similarity", Block.nested(value.teacherSimilarity(), rows, rows),
                "grad_student_feature", student.nested(value.gradient()));
    }

    static Map<String, Object> distance(GoldenCase golden) {
        Block student = golden.block("student_embedding", 2);
        int rows = student.size(0);
        DistanceLoss.Value value = new DistanceLoss(huberDelta(golden))
                .of(student.values(), golden.block("teacher_embedding", student).values(), rows);
        return Map.of(
                "loss", value.value(),
                "loss_mean_offdiagonal", rows == 1 ? 0 : value.value() * rows / (rows - 1),
                "entries_in_linear_huber_region", value.linearEntries(),
                "student_mean_distance", value.studentMean(),
                "teacher_mean_distance", value.teacherMean(),
                "student_distance_normalized", Block.nested(value.studentShares(), rows, rows),
                "teacher_distance_normalized", Block.nested(value.teacherShares(), rows, rows),
                "grad_student_embedding", student.nested(value.gradient()));
    }

    static Map<String, Object> angle(GoldenCase golden) {
        Block student = golden.block("student_embedding", 2);
        Block teacher = golden.block("teacher_embedding", student);
        int rows = student.size(0);
        LossValue loss = new AngleLoss(huberDelta(golden)).of(student.values(), teacher.values(), rows);
        return Map.of(
                "loss", loss.value(),
                "student_angles", Block.nested(AngleLoss.angles(student.values(), rows), rows, rows, rows),
                "teacher_angles", Block.nested(AngleLoss.angles(teacher.values(), rows), rows, rows, rows),
                "grad_student_embedding", student.nested(loss.gradient()));
    }

    static Map<String, Object> relational(GoldenCase golden) {
        Block student = golden.block("student_embedding", 2);
        RelationalLoss.Value value = new RelationalLoss(
                        golden.number("distance_weight"), golden.number("angle_weight"), huberDelta(golden))
                .of(student.values(), golden.block("teacher_embedding", student).values(), student.size(0));
        return Map.of(
                "loss", value.value(),
                "distance", value.distance(),
                "angle", value.angle(),
                "grad_student_embedding", student.nested(value.gradient()));
    }

    private static double huberDelta(GoldenCase golden) {
        return golden.number("huber_delta", 1);
    }

    static Map<String, Object> flow(GoldenCase golden) {
        Block in = golden.block("student_feature_in", 4);
        Block out = golden.block("student_feature_out", in);
        FlowLoss.Layers teacher =
                layers(golden.block("teacher_feature_in", in), golden.block("teacher_feature_out", in));
        FlowLoss.Value value =
                new FlowLoss(golden.choice("reduction", SquaredError.class)).of(layers(in, out), teacher);
        int[] shape = {in.size(0), in.size(1), out.size(1)};
        return Map.of(
                "loss", value.value(),
                "student_fsp", Block.nested(value.studentFlow(), shape),
                "teacher_fsp", Block.nested(value.teacherFlow(), shape),
                "grad_student_feature_in", in.nested(value.inGradient()),
                "grad_student_feature_out", out.nested(value.outGradient()));
    }

    private static FlowLoss.Layers layers(Block in, Block out) {
        return new FlowLoss.Layers(in.values(), out.values(), in.size(0), in.sizeFrom(2));
    }
}
