package distillery.cli.golden;

import static distillery.cli.golden.WeightedLoss.Reduction.BATCHMEAN;
import static distillery.cli.golden.WeightedLoss.Reduction.MEAN;
import static distillery.cli.golden.WeightedLoss.SoftKind.CE;
import static distillery.cli.golden.WeightedLoss.SoftKind.KL;

/** Distillation losses as well-known code and texts have them, with the settings found there. */
public enum ReferenceLoss {
    /** Without T² and averaged over classes too; its soft weight of 100 makes up for both, but only at T = 5. */
    LABML(
            new WeightedLoss(5, 100, 0.5, false, MEAN, KL),
            "labmlai/annotated_deep_learning_paper_implementations, labml_nn/distillation/__init__.py"),
    /** Averages over classes too, so that its soft weight of 0.9 comes to 0.09 with ten classes. */
    PETERLIHT(
            new WeightedLoss(20, 0.9, 0.1, true, MEAN, KL),
            "peterliht/knowledge-distillation-pytorch, model/net.py, experiments/cnn_distill/params.json"),
    /** Sums and then divides by the rows, which is the mathematical definition. */
    REP_DISTILLER(
            new WeightedLoss(4, 0.9, 0.1, true, BATCHMEAN, KL),
            "HobbitLong/RepDistiller, distiller_zoo/KD.py, scripts/run_cifar_distill.sh"),
    MDISTILLER(
            new WeightedLoss(4, 0.9, 0.1, true, BATCHMEAN, KL),
            "megvii-research/mdistiller, mdistiller/distillers/KD.py, mdistiller/engine/cfg.py"),
    /** Soft labels alone, as a first example with random data has it. */
    SOFT_ONLY(new WeightedLoss(5, 1, 0, true, BATCHMEAN, KL), "a common first example: 10-20-2 teacher, no labels"),
    /** Plots the cross-entropy, so that its soft term never reaches zero. */
    PYTORCH_TUTORIAL(
            new WeightedLoss(2, 0.25, 0.75, true, BATCHMEAN, CE),
            "pytorch/tutorials, beginner_source/knowledge_distillation_tutorial.py"),
    /** Without T², so that the soft term comes to 1/64 at T = 8. */
    TEXT_BREWER(new WeightedLoss(8, 1, 0, false, BATCHMEAN, CE), "airaria/TextBrewer, src/textbrewer/losses.py"),
    /** Soft plus hard and nothing else, as introductions like to write it. */
    UNWEIGHTED_SUM(new WeightedLoss(5, 1, 1, false, BATCHMEAN, KL), "introductory texts: total = soft + hard"),
    /** The speech experiment's half weight on the labels, at one of the temperatures tried. */
    HINTON_SPEECH(new WeightedLoss(2, 1, 0.5, true, BATCHMEAN, CE), "Hinton, Vinyals, Dean 2015, section 4.1");

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and enums, which cannot be marked as such
    private final WeightedLoss loss;

    private final String source;

    ReferenceLoss(WeightedLoss loss, String source) {
        this.loss = loss;
        this.source = source;
    }

    /** The loss with the settings found there. */
    public WeightedLoss loss() {
        return loss;
    }

    /** Where it is found: repository and file, or text and section. */
    public String source() {
        return source;
    }
}
