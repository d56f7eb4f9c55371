package distillery.loss.scheme;

import static distillery.loss.Preconditions.require;

import distillery.loss.DoubleMatrix;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;

/**
 * Network augmentation (NetAug): a small net inside a wider one that shares its weights, {@code CE(base) + alpha
 * CE(augmented)} (Cai et al. 2022, section 3). A net of width h is the first h hidden units of a net with one hidden layer,
 * {@code relu(x W1ᵀ + b1) W2ᵀ + b2}; both add their slopes to what they share, and units beyond both widths have none.
 *
 * @param alpha the weight of the wider net; 1 in the paper
 */
public record AugmentedNetLoss(int baseWidth, int augmentedWidth, double alpha) {
    public AugmentedNetLoss {
        require(
                baseWidth >= 1 && augmentedWidth >= baseWidth,
                "widths must grow from 1, were " + baseWidth + " and " + augmentedWidth);
        Preconditions.weight("alpha", alpha);
    }

    /** The widest net: {@code w1 [hidden, inputs]}, {@code b1 [hidden]}, {@code w2 [classes, hidden]}, {@code b2 [classes]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Net(double[] w1, double[] b1, double[] w2, double[] b2) {
        public Net {
            Preconditions.width("b1", b1, 1);
            Preconditions.width("b2", b2, 1);
            Preconditions.width("W1", w1, b1.length);
            require(Preconditions.width("W2", w2, b2.length) == b1.length, "W2 does not fit b1 and b2");
        }
    }

    /** The loss of a batch of inputs, row-major, with one label for each row. */
    public Value of(double[] inputs, int[] labels, Net net) {
        int rows = labels.length;
        require(augmentedWidth <= net.b1.length, "there are but " + net.b1.length + " hidden units");
        require(Preconditions.width("inputs", inputs, rows) * net.b1.length == net.w1.length, "W1 does not fit");
        DoubleMatrix x = DoubleMatrix.of(inputs, rows);
        Net slopes = new Net(
                new double[net.w1.length],
                new double[net.b1.length],
                new double[net.w2.length],
                new double[net.b2.length]);
        Pass base = new Pass(x, net, baseWidth);
        Pass augmented = new Pass(x, net, augmentedWidth);
        double baseLoss = base.learn(labels, 1, slopes);
        double augmentedLoss = augmented.learn(labels, alpha, slopes);
        return new Value(
                baseLoss + alpha * augmentedLoss,
                baseLoss,
                augmentedLoss,
                base.logits.values(),
                augmented.logits.values(),
                slopes);
    }

    /** One net of its width on one batch. */
    private static final class Pass {
        private final DoubleMatrix x;
        private final Net net;
        private final int width;
        private final DoubleMatrix hidden;
        private final DoubleMatrix w2;
        final DoubleMatrix logits;

        Pass(DoubleMatrix x, Net net, int width) {
            this.x = x;
            this.net = net;
            this.width = width;
            hidden = x.timesTransposed(new DoubleMatrix(net.w1, 0, width, x.columns()));
            addBias(hidden, net.b1);
            for (int i = 0; i < hidden.values().length; i++) {
                hidden.values()[i] = Math.max(0, hidden.values()[i]);
            }
            w2 = DoubleMatrix.zeros(net.b2.length, width);
            for (int row = 0; row < w2.rows(); row++) {
                System.arraycopy(net.w2, row * net.b1.length, w2.values(), row * width, width);
            }
            logits = hidden.timesTransposed(w2);
            addBias(logits, net.b2);
        }

        /** Adds the weighted slopes of the cross-entropy; returns it unweighted. */
        double learn(int[] labels, double weight, Net slopes) {
            LossValue hard = HardLoss.of(logits.values(), labels, net.b2.length);
            DoubleMatrix logitSlope = DoubleMatrix.of(hard.times(weight).gradient(), labels.length);
            DoubleMatrix hiddenSlope = logitSlope.times(w2);
            for (int i = 0; i < hiddenSlope.values().length; i++) {
                hiddenSlope.values()[i] = hidden.values()[i] > 0 ? hiddenSlope.values()[i] : 0;
            }
            new DoubleMatrix(slopes.w1, 0, width, x.columns()).addTransposedTimes(hiddenSlope, x);
            addColumns(hiddenSlope, slopes.b1);
            addColumns(logitSlope, slopes.b2);
            double[] w2Slope = logitSlope.transposedTimes(hidden).values();
            for (int i = 0; i < w2Slope.length; i++) {
                slopes.w2[i / width * net.b1.length + i % width] += w2Slope[i];
            }
            return hard.value();
        }

        private static void addBias(DoubleMatrix rows, double[] bias) {
            for (int i = 0; i < rows.values().length; i++) {
                rows.values()[i] += bias[i % rows.columns()];
            }
        }

        private static void addColumns(DoubleMatrix rows, double[] sums) {
            for (int i = 0; i < rows.values().length; i++) {
                sums[i % rows.columns()] += rows.values()[i];
            }
        }
    }

    /**
     * The loss taken apart.
     *
     * @param base the cross-entropy of the small net
     * @param augmented that of the wider one, unweighted
     * @param gradient the slopes of {@code value} along the widest net's weights
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value, double base, double augmented, double[] baseLogits, double[] augmentedLogits, Net gradient) {}
}
