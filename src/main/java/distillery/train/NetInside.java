package distillery.train;

import distillery.data.Shape;
import distillery.loss.Softmax;
import distillery.net.LayerSpec.MaxPool;
import distillery.net.NetSpec;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one net makes of one picture on the way to the logit of one class.
 *
 * @param maps of every layer that makes maps, from the inputs up; none for a dense net
 * @param logitSlope how each pixel would change the logit, if it had more ink
 * @param lossSlope how each pixel would change the cross-entropy with this class as the label, at T = 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NetInside(
        NetSpec spec, LogitSum sum, FirstLayer first, List<FeatureMaps> maps, double[] logitSlope, double[] lossSlope) {
    public NetInside {
        maps = List.copyOf(maps);
    }

    /**
     * Looks into a net.
     *
     * @param shape of the picture
     */
    public static NetInside of(AskedNet net, float[] picture, Shape shape, int chosen) {
        NetSpec spec = net.spec();
        Map<Tap, double[]> seen = net.look(picture);
        List<double[]> layers = new ArrayList<>();
        List<double[]> weighted = new ArrayList<>();
        List<FeatureMaps> maps = new ArrayList<>();
        seen.forEach((tap, values) -> {
            if (!tap.beforeRelu()) {
                layers.add(values);
                if (!(spec.layers().get(spec.layer(tap)) instanceof MaxPool)) {
                    weighted.add(values);
                }
                if (tap.shape().isImage()) {
                    maps.add(new FeatureMaps(tap.name(), tap.shape(), values));
                }
            }
        });
        double[] logits = layers.get(layers.size() - 1);
        double[] last = layers.size() > 1 ? layers.get(layers.size() - 2) : numbers(picture);
        double[] lossAlong = Softmax.probabilities(logits, 1);
        double[] logitAlong = new double[logits.length];
        lossAlong[chosen] -= 1;
        logitAlong[chosen] = 1;
        return new NetInside(
                spec,
                LogitSum.of(net.weights(), last, chosen, logits[chosen]),
                FirstLayer.of(net.weights(), shape, weighted, chosen),
                maps,
                net.inputSlope(picture, logitAlong),
                net.inputSlope(picture, lossAlong));
    }

    private static double[] numbers(float[] picture) {
        double[] numbers = new double[picture.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = picture[i];
        }
        return numbers;
    }
}
