package distillery.train;

import distillery.data.Problem;
import distillery.data.Samples;
import distillery.method.PseudoData.Recipe;
import distillery.net.NearestNeighbours;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Samples and, after them, others that were made from some of them and have no label: {@link #label} is 0 for each.
 *
 * <p>How they are made follows Bucila, Caruana and Niculescu-Mizil (2006, section 2) for numbers drawn around a neighbour's;
 * the others are what pictures offer beside.
 */
final class PseudoSamples implements Samples {
    static final String PICTURES = "method.pseudo.pictures";

    private static final int FARTHEST = 2;
    private static final int BLOCK = 4;
    private static final int NEIGHBOURS = 5;
    /** Each block or number is another's as often as not. */
    private static final double SWAPPED = 0.5;
    /** MUNGE's local variance parameter: a number is drawn with |difference| / 5 around the neighbour's. */
    private static final double LOCAL_VARIANCE = 5;
    /** Neighbours are looked for among so many. */
    private static final int MOST_NEAR = 2_000;

    /** As many numbers as are made at most: 100 MB. */
    private static final long MOST_NUMBERS = 25_000_000;

    private final Samples real;
    private final float[] made;

    private PseudoSamples(Samples real, float[] made) {
        this.real = real;
        this.made = made;
    }

    /**
     * Makes some of each of the selected samples.
     *
     * @throws Problem if pictures are needed and these are none, or if they would be too many
     */
    static PseudoSamples of(Samples real, int[] selection, Recipe recipe, int perSample, long seed) throws Problem {
        if (recipe.needsPictures() && real.height() == 1) {
            throw new Problem(PICTURES);
        }
        long most = MOST_NUMBERS / ((long) selection.length * real.features());
        if (perSample > most) {
            throw new Problem("method.pseudo.many", perSample, selection.length, most);
        }
        Maker maker = new Maker(
                real, selection, new SplittableRandom(seed ^ recipe.name().hashCode()));
        int width = real.features();
        float[] made = new float[selection.length * perSample * width];
        for (int i = 0; i < selection.length * perSample; i++) {
            maker.make(recipe, i % selection.length, made, i * width);
        }
        return new PseudoSamples(real, made);
    }

    /** Where the made ones begin and end. */
    int[] madeIndices() {
        int[] all = new int[made.length / features()];
        Arrays.setAll(all, i -> real.count() + i);
        return all;
    }

    /** Makes one sample after the other. */
    private static final class Maker {
        private final Samples real;
        private final int[] selection;
        private final SplittableRandom random;
        private final int width;
        private float[] near = {};
        private int[][] neighbours = {};

        Maker(Samples real, int[] selection, SplittableRandom random) {
            this.real = real;
            this.selection = selection;
            this.random = random;
            width = real.features();
        }

        void make(Recipe recipe, int from, float[] target, int at) {
            switch (recipe) {
                case SHIFTS ->
                    real.copyInto(
                            target,
                            at,
                            selection[from],
                            random.nextInt(-FARTHEST, FARTHEST + 1),
                            random.nextInt(-FARTHEST, FARTHEST + 1));
                case BLOCKS -> swapBlocks(from, target, at);
                case PIXELS -> munge(from, target, at);
                case NOISE -> {
                    for (int i = 0; i < width; i++) {
                        target[at + i] = (float) random.nextDouble();
                    }
                }
            }
        }

        private void swapBlocks(int from, float[] target, int at) {
            int start = start(from);
            int[] others = neighbours[start / width];
            System.arraycopy(near, start, target, at, width);
            for (int y = 0; y < real.height(); y += BLOCK) {
                for (int x = 0; x < real.width(); x += BLOCK) {
                    if (random.nextDouble() < SWAPPED) {
                        int other = others[random.nextInt(others.length)] * width;
                        copyBlock(other, target, at, x, y);
                    }
                }
            }
        }

        private void copyBlock(int other, float[] target, int at, int x, int y) {
            int plane = real.height() * real.width();
            for (int channel = 0; channel < real.channels(); channel++) {
                for (int row = y; row < Math.min(y + BLOCK, real.height()); row++) {
                    int line = channel * plane + row * real.width();
                    for (int column = x; column < Math.min(x + BLOCK, real.width()); column++) {
                        target[at + line + column] = near[other + line + column];
                    }
                }
            }
        }

        private void munge(int from, float[] target, int at) {
            int start = start(from);
            int nearest = neighbours[start / width][0] * width;
            for (int i = 0; i < width; i++) {
                double own = near[start + i];
                double other = near[nearest + i];
                boolean swapped = random.nextDouble() < SWAPPED;
                double drawn = other + random.nextGaussian() * Math.abs(own - other) / LOCAL_VARIANCE;
                target[at + i] = (float) (swapped ? drawn : own);
            }
        }

        /** Where a sample, or one in its stead if there are too many, lies among those with known neighbours. */
        private int start(int from) {
            if (near.length == 0) {
                int count = Math.min(MOST_NEAR, selection.length);
                near = new float[count * width];
                for (int i = 0; i < count; i++) {
                    real.copyInto(near, i * width, selection[i], 0, 0);
                }
                neighbours = NearestNeighbours.of(near, width, NEIGHBOURS);
            }
            return from * width % near.length;
        }
    }

    @Override
    public int count() {
        return real.count() + made.length / features();
    }

    @Override
    public int classes() {
        return real.classes();
    }

    @Override
    public int height() {
        return real.height();
    }

    @Override
    public int width() {
        return real.width();
    }

    @Override
    public int channels() {
        return real.channels();
    }

    @Override
    public int label(int index) {
        return index < real.count() ? real.label(index) : 0;
    }

    /** A made sample stays where it is. */
    @Override
    public void copyInto(float[] target, int offset, int index, int dx, int dy) {
        if (index < real.count()) {
            real.copyInto(target, offset, index, dx, dy);
        } else {
            System.arraycopy(made, (index - real.count()) * features(), target, offset, features());
        }
    }
}
