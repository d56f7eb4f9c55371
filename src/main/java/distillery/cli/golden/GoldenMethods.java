package distillery.cli.golden;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The methods of a golden file that this version knows: each turns a case into its results by name. */
final class GoldenMethods {
    private static final String TRAINING = "training_trace";

    /** From a method's name to what computes every result that a case of it may expect. */
    private static final Map<String, Function<GoldenCase, Map<String, Object>>> KNOWN = Map.ofEntries(
            entry("softmax_temperature", OutputCases::softmaxTemperature),
            entry("softmax_jacobian", OutputCases::softmaxJacobian),
            entry("hard_ce", OutputCases::hardLoss),
            entry("soft_ce_vs_kl", OutputCases::softLoss),
            entry("kd", OutputCases::hintonLoss),
            entry("kd_weighted", OutputCases::weightedLoss),
            entry("logit_mse", OutputCases::logitLoss),
            entry("high_temperature_limit", OutputCases::highTemperatureLimit),
            entry("dkd", OutputCases::decoupledLoss),
            entry("dkd_total", OutputCases::decoupledLoss),
            entry("bias_correction", OutputCases::biasCorrection),
            entry("hint", FeatureCases::hint),
            entry("attention_transfer", FeatureCases::attentionTransfer),
            entry("activation_boundary", FeatureCases::activationBoundary),
            entry("weight_matching", FeatureCases::weightMatching),
            entry("similarity_preserving", RelationCases::similarity),
            entry("rkd_distance", RelationCases::distance),
            entry("rkd_angle", RelationCases::angle),
            entry("rkd_total", RelationCases::relational),
            entry("fsp", RelationCases::flow),
            entry("dml", SchemeCases::mutual),
            entry("be_your_own_teacher", SchemeCases::multiExit),
            entry("born_again_cwtm", SchemeCases::confidenceWeighted),
            entry("teacher_annealing", SchemeCases::annealed),
            entry("ensemble_distillation", SchemeCases::ensemble),
            entry("lwf", SchemeCases::forgetting),
            entry("netaug", SchemeCases::augmentedNet),
            entry("attention_matrix", ApplicationCases::attentionMatrix),
            entry("segmentation_pixelwise", ApplicationCases::pixelwise),
            entry("segmentation_pairwise", ApplicationCases::pairwise),
            entry("detection_bounded_regression", ApplicationCases::boundedRegression),
            entry("detection_box_bins", ApplicationCases::boxBins),
            entry("gan_compression", ApplicationCases::ganCompression),
            entry("sequence_kd", ApplicationCases::sequence),
            entry(TRAINING, GoldenTrace::compute));

    /** Whether a method goes through the nets, which compute in 32 bits. */
    static boolean inFloats(String method) {
        return method.equals(TRAINING);
    }

    private GoldenMethods() {}

    static Set<String> known() {
        return KNOWN.keySet();
    }

    /** Computes the results of a case by name; an unknown method is refused. */
    static Map<String, Object> compute(GoldenCase golden) {
        Function<GoldenCase, Map<String, Object>> method = KNOWN.get(golden.method());
        if (method == null) {
            throw new IllegalArgumentException("the method " + golden.method() + " is not known to this version");
        }
        return method.apply(golden);
    }
}
