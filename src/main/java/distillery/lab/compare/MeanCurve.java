package distillery.lab.compare;

import distillery.lab.train.Curve;
import distillery.train.ArmName;
import distillery.train.archive.ArmCurve;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.RunRecord;
import distillery.train.archive.SeedCurves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A quantity of one arm of a run over its steps, the mean over its seeds; where there are several, with a sample standard
 * deviation to either side.
 *
 * @param low the mean less a deviation; empty for one seed
 * @param high the mean and a deviation; empty for one seed
 */
public record MeanCurve(Curve mean, Curve low, Curve high, int seeds) {

    public boolean hasBand() {
        return low.size() > 0;
    }

    /** Of the steps at which every seed has a number; empty where the run has no such arm or quantity. */
    public static MeanCurve of(RunRecord run, ArmName arm, RecordedQuantity quantity) {
        List<ArmCurve> curves = new ArrayList<>();
        for (SeedCurves seed : run.curves()) {
            ArmCurve curve =
                    (quantity.source() == RecordedQuantity.Source.STEP ? seed.training() : seed.tests()).get(arm);
            if (curve != null && curve.values().containsKey(quantity)) {
                curves.add(curve);
            }
        }
        MeanCurve made = new MeanCurve(new Curve(), new Curve(), new Curve(), curves.size());
        if (!curves.isEmpty()) {
            for (long step : curves.get(0).steps()) {
                made.append(step, curves, quantity);
            }
        }
        return made;
    }

    private void append(long step, List<ArmCurve> curves, RecordedQuantity quantity) {
        SummaryStatistics values = new SummaryStatistics();
        for (ArmCurve curve : curves) {
            int at = Arrays.binarySearch(curve.steps(), step);
            double[] all = curve.values().get(quantity);
            if (at >= 0 && all != null && Double.isFinite(all[at])) {
                values.addValue(all[at]);
            }
        }
        boolean ascends = mean.size() == 0 || step > mean.lastX();
        if (values.getN() == curves.size() && ascends) {
            mean.append((double) step, values.getMean());
            if (curves.size() > 1) {
                low.append((double) step, values.getMean() - values.getStandardDeviation());
                high.append((double) step, values.getMean() + values.getStandardDeviation());
            }
        }
    }
}
