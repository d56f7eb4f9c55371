package distillery.data;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Points in the plane: as many of each class, drawn from a seed, and after them those that a person has added. */
public final class PlanePoints implements Samples {
    /** How many are drawn to learn from. */
    public static final int COUNT = 3_000;

    private static final int TEST_COUNT = 2_000;
    private static final int NUMBERS = 2;

    private final PlaneSettings settings;
    private final int drawn;
    private final float[] places;
    private final int[] labels;

    private PlanePoints(PlaneSettings settings, int drawn, long seed) {
        this.settings = settings;
        this.drawn = drawn;
        int count = drawn + settings.added().size();
        places = new float[NUMBERS * count];
        labels = new int[count];
        // Random, not a newer generator: its normal numbers are written down in its specification, the same in any JDK.
        Random random = new Random(seed);
        for (int i = 0; i < drawn; i++) {
            labels[i] = i % settings.classes();
            float[] place = settings.shape().draw(labels[i], settings.classes(), settings.noise(), random);
            System.arraycopy(place, 0, places, NUMBERS * i, NUMBERS);
        }
        for (int i = drawn; i < count; i++) {
            PlanePoint own = settings.added().get(i - drawn);
            labels[i] = own.label();
            places[NUMBERS * i] = (float) own.x();
            places[NUMBERS * i + 1] = (float) own.y();
        }
    }

    /** Points to learn from, and others of the same kind to be tested on, which no person changes. */
    public static DataSet of(PlaneSettings settings) {
        return new DataSet(
                PlaneSettings.PLANE,
                new PlanePoints(settings, COUNT, settings.seed()),
                new PlanePoints(settings.untouched(), TEST_COUNT, ~settings.seed()));
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int drawable() {
        return drawn;
    }

    @Override
    public int[] corrected(int[] chosen) {
        return IntStream.concat(
                        Arrays.stream(chosen).filter(index -> !settings.removed().contains(index)),
                        IntStream.range(drawn, count()))
                .toArray();
    }

    @Override
    public int classes() {
        return settings.classes();
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public int width() {
        return NUMBERS;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void copyInto(float[] target, int offset, int index, int dx, int dy) {
        System.arraycopy(places, NUMBERS * index, target, offset, NUMBERS);
    }
}
