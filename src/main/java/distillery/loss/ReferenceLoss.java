package distillery.loss;

import static distillery.loss.WeightedLoss.Reduction.BATCHMEAN;
import static distillery.loss.WeightedLoss.Reduction.MEAN;
import static distillery.loss.WeightedLoss.SoftKind.CE;
import static distillery.loss.WeightedLoss.SoftKind.KL;
import static distillery.loss.WeightedLoss.SoftKind.MSE;

import java.util.Locale;

/** Distillation losses as well-known code and texts have them, with the settings found there. */
public enum ReferenceLoss {
    /** The speech experiment's half weight on the labels, at one of the temperatures tried (section 4.1). */
    HINTON_SPEECH(new WeightedLoss(2, 1, 0.5, true, BATCHMEAN, CE)),

    /**
     * Without T² and averaged over classes too; its soft weight of 100 makes up for both, but only at T = 5:
     * labmlai/annotated_deep_learning_paper_implementations, labml_nn/distillation/__init__.py.
     */
    LABML(new WeightedLoss(5, 100, 0.5, false, MEAN, KL)),

    /**
     * Averages over classes too, so that its soft weight of 0.9 comes to 0.09 with ten classes:
     * peterliht/knowledge-distillation-pytorch, model/net.py, experiments/cnn_distill/params.json.
     */
    PETERLIHT(new WeightedLoss(20, 0.9, 0.1, true, MEAN, KL)),

    /** Without T², so that the soft term comes to 1/64 at T = 8: airaria/TextBrewer, src/textbrewer/losses.py. */
    TEXTBREWER_CE(new WeightedLoss(8, 1, 0, false, BATCHMEAN, CE)),

    /** Divides logits by T and has no softmax, so that T only weakens it: the same file. */
    TEXTBREWER_MSE(new WeightedLoss(8, 1, 0, false, MEAN, MSE)),

    /**
     * Plots the cross-entropy, so that its soft term never reaches zero: pytorch/tutorials,
     * beginner_source/knowledge_distillation_tutorial.py.
     */
    PYTORCH_TUTORIAL(new WeightedLoss(2, 0.25, 0.75, true, BATCHMEAN, CE)),

    /** megvii-research/mdistiller, mdistiller/distillers/KD.py, mdistiller/engine/cfg.py. */
    MDISTILLER(new WeightedLoss(4, 0.9, 0.1, true, BATCHMEAN, KL)),

    /**
     * Sums and then divides by the rows, which is the mathematical definition: HobbitLong/RepDistiller,
     * distiller_zoo/KD.py, scripts/run_cifar_distill.sh.
     */
    REPDISTILLER(new WeightedLoss(4, 0.9, 0.1, true, BATCHMEAN, KL)),

    /**
     * Its α weighs the labels: yoshitomo-matsubara/torchdistill, torchdistill/losses/mid_level.py, with the numbers of
     * configs/official/ilsvrc2012/yoshitomo-matsubara/rrpr2020/kd-resnet18_from_resnet34.yaml.
     */
    TORCHDISTILL(new WeightedLoss(1, 0.5, 0.5, true, BATCHMEAN, KL)),

    /** A common first example: soft labels alone. */
    SOFT_ONLY(new WeightedLoss(5, 1, 0, true, BATCHMEAN, KL)),

    /** Soft plus hard and nothing else, as introductions like to write it. */
    UNWEIGHTED_SUM(new WeightedLoss(5, 1, 1, false, BATCHMEAN, KL));

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and enums, which cannot be marked as such
    private final WeightedLoss loss;

    ReferenceLoss(WeightedLoss loss) {
        this.loss = loss;
    }

    /** The loss with the settings found there. */
    public WeightedLoss loss() {
        return loss;
    }

    /** Its name on the command line and in text keys: {@code textbrewer-ce}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
