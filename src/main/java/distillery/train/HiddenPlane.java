package distillery.train;

import distillery.data.Samples;
import distillery.net.LinearCka;
import distillery.net.PrincipalPlane;
import distillery.net.Tap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The last hidden layer of a net for some samples, seen in the plane in which they lie furthest apart.
 *
 * @param tap the layer; of a net without any, its logits
 * @param values {@code [rows, width]}, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HiddenPlane(Tap tap, int rows, double[] values, PrincipalPlane plane) {

    /** The plane of these samples; a value that is no number, as of a net that has lost its way, counts as 0. */
    public static HiddenPlane of(AskedNet net, Samples samples, int[] indices) {
        double[] values = layer(net, samples, indices);
        return new HiddenPlane(last(net), indices.length, values, PrincipalPlane.of(values, indices.length));
    }

    /** The layer's values alone, {@code [rows, width]}, row-major. */
    public static double[] layer(AskedNet net, Samples samples, int[] indices) {
        return Arrays.stream(net.values(samples, indices, last(net)))
                .map(value -> Double.isFinite(value) ? value : 0)
                .toArray();
    }

    private static Tap last(AskedNet net) {
        List<Tap> after =
                net.spec().taps().stream().filter(tap -> !tap.beforeRelu()).toList();
        return after.get(Math.max(0, after.size() - 2));
    }

    /** Where a picture lies that this net is shown. */
    public double[] place(AskedNet net, float[] picture) {
        return plane.place(Objects.requireNonNull(net.look(picture).get(tap)));
    }

    /** How alike this layer is to another that saw the same samples, by {@link LinearCka}. */
    public double likeness(HiddenPlane other) {
        return likeness(values, other.values, rows);
    }

    /** The same for the values of two layers. */
    public static double likeness(double[] layer, double[] other, int rows) {
        return LinearCka.of(layer, other, rows);
    }
}
