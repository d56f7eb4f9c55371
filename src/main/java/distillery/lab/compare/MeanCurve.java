package distillery.lab.compare;

import distillery.lab.train.Curve;
import distillery.train.ArmName;
import distillery.train.archive.ArmCurve;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.SeedCurves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A quantity of one arm of a run on its way, the mean over its seeds; where there are several, with a sample standard
 * deviation to either side.
 *
 * @param low the mean less a deviation; empty for one seed
 * @param high the mean and a deviation; empty for one seed
 */
public record MeanCurve(Curve mean, Curve low, Curve high, int seeds) {

    public boolean hasBand() {
        return low.size() > 0;
    }

    /**
     * Of the steps at which every seed has a number; empty where the seeds have no such arm or quantity. Over seconds a point
     * lies at the mean of the seeds' seconds.
     */
    public static MeanCurve of(List<SeedCurves> seeds, ArmName arm, RecordedQuantity quantity, CurveAxis axis) {
        List<ArmCurve> curves = new ArrayList<>();
        for (SeedCurves seed : seeds) {
            ArmCurve curve =
                    (quantity.source() == RecordedQuantity.Source.STEP ? seed.training() : seed.tests()).get(arm);
            if (curve != null && curve.values().containsKey(quantity)) {
                curves.add(curve);
            }
        }
        MeanCurve made = new MeanCurve(new Curve(), new Curve(), new Curve(), curves.size());
        if (!curves.isEmpty()) {
            List<double[]> places = curves.stream().map(axis::places).toList();
            for (long step : curves.get(0).steps()) {
                made.append(step, curves, places, quantity);
            }
        }
        return made;
    }

    private void append(long step, List<ArmCurve> curves, List<double[]> places, RecordedQuantity quantity) {
        SummaryStatistics values = new SummaryStatistics();
        SummaryStatistics across = new SummaryStatistics();
        for (int i = 0; i < curves.size(); i++) {
            int at = Arrays.binarySearch(curves.get(i).steps(), step);
            double[] all = curves.get(i).values().get(quantity);
            if (at >= 0 && all != null && Double.isFinite(all[at])) {
                values.addValue(all[at]);
                across.addValue(places.get(i)[at]);
            }
        }
        double x = across.getMean();
        if (values.getN() == curves.size() && (mean.size() == 0 || x > mean.lastX())) {
            mean.append(x, values.getMean());
            if (curves.size() > 1) {
                low.append(x, values.getMean() - values.getStandardDeviation());
                high.append(x, values.getMean() + values.getStandardDeviation());
            }
        }
    }
}
