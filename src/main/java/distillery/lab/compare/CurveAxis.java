package distillery.lab.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.train.archive.ArmCurve;

/** What a run's curves are drawn over. */
public enum CurveAxis {
    @JsonProperty("step")
    STEP("step"),
    @JsonProperty("epoch")
    EPOCH("epoch"),
    /** How long all students together had learned. */
    @JsonProperty("seconds")
    SECONDS("seconds");

    private final String id;

    CurveAxis(String id) {
        this.id = id;
    }

    /** Its name in text keys. */
    public String id() {
        return id;
    }

    /** Where the points of a curve lie on it: as many as the curve has. */
    double[] places(ArmCurve curve) {
        double[] places = new double[curve.points()];
        for (int i = 0; i < places.length; i++) {
            places[i] = this == SECONDS ? curve.seconds()[i] : curve.steps()[i];
        }
        return this == EPOCH ? epochs(curve, places) : places;
    }

    /**
     * Epochs that have passed. A record has the step and the number of the epoch; within an epoch that is over, steps are spread
     * evenly up to its last point, and in one that is not, as in those before it.
     */
    private static double[] epochs(ArmCurve curve, double[] steps) {
        double[] places = new double[steps.length];
        double epoch = 0;
        double step = 0;
        for (int from = 0; from < places.length; ) {
            int last = from;
            while (last + 1 < places.length && curve.epochs()[last + 1] == curve.epochs()[from]) {
                last++;
            }
            int now = curve.epochs()[from];
            double length = steps[last] - step;
            if (last == places.length - 1 && epoch > 0) { // it may have been stopped
                length = Math.max(length, (now - epoch) * step / epoch);
            }
            for (int i = from; i <= last; i++) {
                places[i] = length > 0 ? epoch + (now - epoch) * (steps[i] - step) / length : now;
            }
            epoch = now;
            step = steps[last];
            from = last + 1;
        }
        return places;
    }
}
