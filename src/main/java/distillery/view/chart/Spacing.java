package distillery.view.chart;

/** Keeps labels that want to stand at nearly the same place from touching. */
public final class Spacing {
    private Spacing() {}

    /**
     * Places in ascending order, moved no farther than need be so that neighbours are {@code gap} apart between two limits;
     * closer together where there is no room for that.
     */
    public static double[] apart(double[] wanted, double gap, double low, double high) {
        double[] places = wanted.clone();
        int last = places.length - 1;
        double step = last < 1 ? gap : Math.min(gap, (high - low) / last);
        for (int i = 0; i <= last; i++) {
            places[i] = Math.max(places[i], i == 0 ? low : places[i - 1] + step);
        }
        for (int i = last; i >= 0; i--) {
            places[i] = Math.min(places[i], i == last ? high : places[i + 1] - step);
        }
        return places;
    }
}
