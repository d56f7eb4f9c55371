package distillery.data;

/**
 * A point in the plane that a person has put there.
 *
 * @param x across, from −2 to 2
 * @param y up, from −2 to 2
 */
public record PlanePoint(double x, double y, int label) {
    /** Half the side of the square that is looked at. */
    public static final double REACH = 2;

    public PlanePoint {
        Refusal.unlessBetween(-REACH, REACH, "x", x);
        Refusal.unlessBetween(-REACH, REACH, "y", y);
    }

    /** To a thousandth, as a hand is no steadier. */
    public static PlanePoint at(double x, double y, int label) {
        return new PlanePoint(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000, label);
    }
}
