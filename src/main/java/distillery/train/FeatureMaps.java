package distillery.train;

import distillery.data.Shape;
import distillery.loss.feature.AttentionTransferLoss;
import distillery.loss.feature.AttentionTransferLoss.Mode;
import java.util.Arrays;

/**
 * The maps that a layer makes of one picture.
 *
 * @param name of the point in the net: {@code conv1}, {@code pool1}
 * @param values laid out as {@code shape} says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FeatureMaps(String name, Shape shape, double[] values) {
    private static final double POWER = 2;

    /** One channel, row by row. */
    public double[] of(int channel) {
        return Arrays.copyOfRange(values, channel * shape.plane(), (channel + 1) * shape.plane());
    }

    /** Where it is active: the mean of squares over the channels, scaled to length one, as attention transfer compares it. */
    public double[] attention() {
        return new AttentionTransferLoss(POWER, Mode.MEAN_SQUARED).maps(values, 1, shape.plane());
    }
}
