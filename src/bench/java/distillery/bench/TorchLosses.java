package distillery.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;
import java.util.function.BiFunction;

/** Losses DJL does not bring, as subclasses of its own. */
final class TorchLosses extends Loss {
    private final BiFunction<NDList, NDArray, NDArray> formula;

    private TorchLosses(String name, BiFunction<NDList, NDArray, NDArray> formula) {
        super(name);
        this.formula = formula;
    }

    @Override
    public NDArray evaluate(NDList labels, NDList logits) {
        return formula.apply(labels, logits.singletonOrThrow());
    }

    /** Labels come with the teacher's logits. */
    static Loss distilled() {
        return new TorchLosses(
                "distilled", (labels, logits) -> TorchLoss.of(logits, labels.get(0), labels.get(1), true));
    }

    /** Labels that share {@code smoothing} of their weight among all classes. */
    static Loss smoothed(double smoothing) {
        return new TorchLosses("smoothed", (labels, logits) -> {
            NDArray even = logits.logSoftmax(1).mean().neg();
            return TorchLoss.of(logits, labels.get(0), labels.get(0), false)
                    .mul((float) (1 - smoothing))
                    .add(even.mul((float) smoothing));
        });
    }
}
