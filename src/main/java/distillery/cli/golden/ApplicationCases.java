package distillery.cli.golden;

import static java.util.Map.entry;

import distillery.cli.golden.GoldenCase.Block;
import distillery.loss.LossValue;
import distillery.loss.Softmax;
import distillery.loss.application.AttentionMatrixLoss;
import distillery.loss.application.BoundedRegressionLoss;
import distillery.loss.application.BoxBinsLoss;
import distillery.loss.application.GanCompressionLoss;
import distillery.loss.application.PairwiseLoss;
import distillery.loss.application.PixelwiseLoss;
import distillery.loss.application.SequenceLoss;
import distillery.loss.application.TokenChain;
import distillery.loss.feature.Regressor;
import java.util.Map;

/** Golden cases of losses for other tasks: what comes of a case, by name. */
final class ApplicationCases {
    /** What the golden schema calls the game between generator and discriminator. */
    private enum GanMode {
        LSGAN
    }

    private ApplicationCases() {}

    static Map<String, Object> attentionMatrix(GoldenCase golden) {
        Block student = golden.block("student_scores", 4);
        Block teacher = golden.block("teacher_scores", student);
        int keys = student.size(3);
        LossValue loss = golden.choice("kind", AttentionMatrixLoss.class).of(student.values(), teacher.values(), keys);
        return Map.of(
                "loss", loss.value(),
                "student_attention", student.nested(Softmax.probabilities(student.values(), keys, 1)),
                "teacher_attention", teacher.nested(Softmax.probabilities(teacher.values(), keys, 1)),
                "grad_student_scores", student.nested(loss.gradient()));
    }

    static Map<String, Object> pixelwise(GoldenCase golden) {
        Block student = golden.block("logits_student", 4);
        LossValue loss = new PixelwiseLoss(golden.number("temperature"))
                .of(
                        student.values(),
                        golden.block("logits_teacher", student).values(),
                        student.size(1),
                        student.sizeFrom(2))
                .times(SchemeCases.softScale(golden));
        return Map.of("loss", loss.value(), "grad_logits_student", student.nested(loss.gradient()));
    }

    static Map<String, Object> pairwise(GoldenCase golden) {
        Block student = golden.block("student_feature", 4);
        int rows = student.size(0);
        int plane = student.sizeFrom(2);
        PairwiseLoss.Value value = PairwiseLoss.of(
                student.values(), golden.block("teacher_feature", student).values(), rows, plane);
        return Map.of(
                "loss", value.value(),
                "student_similarity", Block.nested(value.studentSimilarity(), rows, plane, plane),
                "teacher_similarity", Block.nested(value.teacherSimilarity(), rows, plane, plane),
                "grad_student_feature", student.nested(value.gradient()));
    }

    static Map<String, Object> boundedRegression(GoldenCase golden) {
        Block student = golden.block("student_box", 2);
        BoundedRegressionLoss.Value value = new BoundedRegressionLoss(golden.number("margin"), golden.number("nu"))
                .of(
                        student.values(),
                        golden.table("teacher_box", 4).values(),
                        golden.table("target_box", 4).values());
        return Map.of(
                "loss", value.value(),
                "smooth_l1", value.smoothL1(),
                "bounded", value.bounded(),
                "active", value.active(),
                "grad_student_box", student.nested(value.gradient()));
    }

    static Map<String, Object> boxBins(GoldenCase golden) {
        Block student = golden.block("student_bin_logits", 3);
        Block teacher = golden.block("teacher_bin_logits", student);
        int bins = student.size(2);
        LossValue loss = new BoxBinsLoss(golden.number("temperature"))
                .of(student.values(), teacher.values(), bins)
                .times(SchemeCases.softScale(golden));
        return Map.of(
                "loss", loss.value(),
                "student_expected_bin", OutputCases.rows(BoxBinsLoss.expected(student.values(), bins), student.size(1)),
                "teacher_expected_bin", OutputCases.rows(BoxBinsLoss.expected(teacher.values(), bins), teacher.size(1)),
                "grad_student_bin_logits", student.nested(loss.gradient()));
    }

    static Map<String, Object> ganCompression(GoldenCase golden) {
        golden.choice("gan_mode", GanMode.class);
        Block output = golden.block("student_output");
        Block feature = golden.block("student_feature");
        Block mapping = golden.block("mapping_weight", 2);
        Block scores = golden.block("discriminator_on_student");
        Block real = golden.block("real", output);
        Block teacherOutput = golden.block("teacher_output", output);
        GanCompressionLoss.Value value = new GanCompressionLoss(
                        golden.number("lambda_gan"), golden.number("lambda_recon"), golden.number("lambda_distill"))
                .of(
                        new GanCompressionLoss.Generated(
                                output.values(), feature.values(), feature.sizeFrom(2), scores.values()),
                        (golden.flag("paired") ? real : teacherOutput).values(),
                        golden.block("teacher_feature", feature).values(),
                        Regressor.linear(mapping.values(), mapping.size(0)));
        return Map.of(
                "loss", value.value(),
                "adversarial", value.adversarial(),
                "reconstruction_l1", value.reconstruction(),
                "distill_mse", value.distillation(),
                "grad_student_output", output.nested(value.outputGradient()),
                "grad_student_feature", feature.nested(value.featureGradient()),
                "grad_mapping_weight", mapping.nested(value.mappingGradient()),
                "grad_discriminator_score", scores.nested(value.scoreGradient()));
    }

    static Map<String, Object> sequence(GoldenCase golden) {
        TokenChain teacher = chain(golden, "teacher");
        TokenChain student = chain(golden, "student");
        int length = golden.whole("length");
        int[] best = teacher.mostProbable(length);
        int[] greedy = teacher.greedy(length);
        SequenceLoss.Value exact = SequenceLoss.overAll(student, teacher, length);
        SequenceLoss.Value mode = SequenceLoss.against(student, best);
        return Map.ofEntries(
                entry("teacher_mode_sequence", best),
                entry("teacher_mode_prob", Math.exp(teacher.logProbability(best))),
                entry("teacher_greedy_sequence", greedy),
                entry("teacher_greedy_prob", Math.exp(teacher.logProbability(greedy))),
                entry("seq_kd_exact", exact.value()),
                entry("seq_kd_mode", mode.value()),
                entry("grad_exact_start", exact.startGradient()),
                entry("grad_exact_transition", OutputCases.rows(exact.transitionGradient(), student.tokens())),
                entry("grad_mode_start", mode.startGradient()),
                entry("grad_mode_transition", OutputCases.rows(mode.transitionGradient(), student.tokens())));
    }

    private static TokenChain chain(GoldenCase golden, String whose) {
        double[] start = golden.vector(whose + "_start_logits");
        double[] transitions =
                golden.table(whose + "_transition_logits", start.length).values();
        return new TokenChain(start, transitions);
    }
}
