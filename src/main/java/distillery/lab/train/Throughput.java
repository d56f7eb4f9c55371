package distillery.lab.train;

import distillery.train.StepReport;
import java.util.OptionalDouble;

/** How fast a run goes, and how long it still takes. */
final class Throughput {
    /** How much of the past the speed carries on: about fifty steps. */
    private static final double MEMORY = 0.98;

    private double speed;
    private double weight;
    private int epoch;
    private long seen;
    private double from = Double.NaN;
    private long since;

    void read(StepReport report) {
        weight = MEMORY * weight + 1 - MEMORY;
        speed += (1 - MEMORY) / weight * (report.imagesPerSecond() - speed);
        seen = (report.epoch() == epoch ? seen : 0) + report.batch().size();
        epoch = report.epoch();
    }

    /** Begins to measure the time left: a run was sent on. */
    void begin() {
        from = Double.NaN;
    }

    void clear() {
        weight = 0;
        speed = 0;
        epoch = 0;
        seen = 0;
        begin();
    }

    /** Images through all students together, smoothed. */
    double imagesPerSecond() {
        return speed;
    }

    /** Epochs gone, with a fraction. */
    double epochs(int images) {
        return epoch == 0 ? 0 : epoch - 1 + (double) seen / images;
    }

    /** Seconds until so many epochs are over, as fast as it went since {@link #begin}; empty before anyone can tell. */
    OptionalDouble secondsLeft(int target, int images, long millis) {
        double gone = epochs(images);
        if (Double.isNaN(from)) {
            from = gone;
            since = millis;
        }
        if (gone <= from || gone >= target) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((millis - since) / 1e3 * (target - gone) / (gone - from));
    }
}
