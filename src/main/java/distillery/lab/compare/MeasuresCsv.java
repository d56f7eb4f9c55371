package distillery.lab.compare;

import distillery.data.Csv;
import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import java.io.IOException;
import java.util.List;

/** What nets cost and are worth, for spreadsheets: a row for each net. Losses are in nats. */
public final class MeasuresCsv {
    private MeasuresCsv() {}

    /** Writes all of it. */
    public static void write(Appendable out, List<NetMeasures> nets) throws IOException {
        Csv csv = new Csv(out);
        csv.row(
                "name",
                "net",
                "parameters",
                "float_bytes",
                "npz_bytes",
                "multiply_adds",
                "one_median_ms",
                "one_p95_ms",
                "hundred_median_ms",
                "hundred_p95_ms",
                "images_per_second",
                "threads",
                "errors",
                "tested",
                "agreement",
                "calibration_error",
                "loss",
                "best_temperature",
                "best_calibration_error",
                "best_loss");
        for (NetMeasures net : nets) {
            Calibration best = net.best();
            csv.row(
                    net.name(),
                    net.net(),
                    net.parameters(),
                    net.floatBytes(),
                    net.packedBytes(),
                    net.multiplyAdds(),
                    net.one().medianMillis(),
                    net.one().p95Millis(),
                    net.hundred().medianMillis(),
                    net.hundred().p95Millis(),
                    net.imagesPerSecond(),
                    net.threads(),
                    net.errors(),
                    net.tested(),
                    net.agreement(),
                    net.plain().expectedError(),
                    net.plain().loss(),
                    best == null ? "" : best.temperature(),
                    best == null ? "" : best.expectedError(),
                    best == null ? "" : best.loss());
        }
    }
}
