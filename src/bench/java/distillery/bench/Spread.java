package distillery.bench;

import java.util.Arrays;

/** Where measured times lie: the middle, and the bounds that one in ten falls below or above. */
record Spread(double median, double p10, double p90) {
    static Spread of(double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, 0.1), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
