package distillery.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/** The course's loss, operation by operation. */
final class TorchLoss {
    private static final Loss HARD = Loss.softmaxCrossEntropyLoss();

    private TorchLoss() {}

    /** The mean over the batch. Labels are class numbers. */
    static NDArray of(NDArray logits, NDArray labels, NDArray teacher, boolean distilled) {
        NDArray hard = HARD.evaluate(new NDList(labels), new NDList(logits));
        if (!distilled) {
            return hard;
        }
        float temperature = (float) Course.TEMPERATURE;
        NDArray logP = teacher.div(temperature).logSoftmax(1);
        NDArray logQ = logits.div(temperature).logSoftmax(1);
        NDArray divergence = logP.exp().mul(logP.sub(logQ)).sum(new int[] {1}).mean();
        return divergence
                .mul((float) Course.SOFT_WEIGHT * temperature * temperature)
                .add(hard.mul((float) Course.HARD_WEIGHT));
    }
}
