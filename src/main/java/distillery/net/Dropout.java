package distillery.net;

import distillery.data.Refusal;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;

/**
 * The share of hidden units that drop out of each training step (Srivastava et al. 2014), after each hidden dense layer
 * and after each convolution. The units that stay are scaled up so that the mean stays.
 *
 * <p>A value out of range is refused with a {@link Refusal} that names it.
 */
public record Dropout(double dense, double convolution) {
    public static final Dropout NONE = new Dropout(0, 0);

    public Dropout {
        Refusal.unlessShare("dropout", dense);
        Refusal.unlessShare("dropout", convolution);
    }

    /** After hidden dense layers only, as is usual. */
    public static Dropout dense(double share) {
        return new Dropout(share, 0);
    }

    double after(LayerSpec layer) {
        if (layer instanceof Dense) {
            return dense;
        }
        return layer instanceof Convolution ? convolution : 0;
    }
}
