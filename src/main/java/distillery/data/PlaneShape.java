package distillery.data;

import java.util.Locale;
import java.util.Random;

/** How the classes of points in the plane lie. All that matters happens within 2 of the middle. */
public enum PlaneShape {
    /** Round heaps on a circle, which overlap more the more noise there is. */
    BLOBS(0.55),
    /** One ring around the other. */
    RINGS(0.16),
    /** Arms that wind around each other. */
    SPIRAL(0.1),
    /** Three heaps in a row: the second, the donkey, lies between horse and car, and nearer to the horse. */
    DONKEY(0.6);

    private static final int ANIMALS = 3;

    private final double usualNoise;

    PlaneShape(double usualNoise) {
        this.usualNoise = usualNoise;
    }

    /** Its name in files and options: {@code rings}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The standard deviation of the points around their place. */
    public double usualNoise() {
        return usualNoise;
    }

    /** Whether there may be so many classes. */
    public boolean takes(int classes) {
        return this == DONKEY
                ? classes == ANIMALS
                : classes >= PlaneSettings.FEWEST_CLASSES && classes <= PlaneSettings.MOST_CLASSES;
    }

    /** Draws a point of a class: across and up. */
    float[] draw(int label, int classes, double noise, Random random) {
        double along = random.nextDouble();
        double[] place =
                switch (this) {
                    case BLOBS -> around(1, label / (double) classes + 0.25);
                    case RINGS -> around(1.6 * (label + 0.6) / classes, along);
                    case SPIRAL -> around(0.2 + 1.4 * along, label / (double) classes + 0.6 * along);
                    case DONKEY -> new double[][] {{-1.1, -0.2}, {-0.3, 0.4}, {1.2, -0.2}}[label];
                };
        return new float[] {
            (float) (place[0] + noise * random.nextGaussian()), (float) (place[1] + noise * random.nextGaussian())
        };
    }

    /** A point at so many turns on a circle. */
    private static double[] around(double radius, double turns) {
        return new double[] {radius * Math.cos(2 * Math.PI * turns), radius * Math.sin(2 * Math.PI * turns)};
    }
}
