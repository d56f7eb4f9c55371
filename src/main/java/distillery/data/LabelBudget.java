package distillery.data;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses which samples may be learnt from when labels are few or classes are left out. */
public final class LabelBudget {
    private LabelBudget() {}

    /** The same where nothing is held out. */
    public static int[] choose(Samples samples, int budget, Set<Integer> omitted, long seed) {
        return choose(samples, new int[0], budget, omitted, seed);
    }

    /**
     * The chosen samples' indices, ascending.
     *
     * <p>Samples are drawn from the classes in turn, one of each, until there are {@code budget} or none is left: so
     * counts per class differ by at most one while no class is exhausted, a budget below the number of classes gives
     * that many classes one sample each, and a budget beyond what there is gives everything that is not omitted
     * (nothing, if all classes are). A larger budget under the same seed only adds samples, and omitting one class does
     * not reshuffle the others.
     *
     * @param held indices, ascending, of samples that are never chosen
     * @throws IllegalArgumentException if the budget is not positive
     */
    public static int[] choose(Samples samples, int[] held, int budget, Set<Integer> omitted, long seed) {
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be positive, was " + budget);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] turns = IntStream.range(0, samples.classes()).toArray();
        Shuffle.shuffle(turns, random.split());
        int[][] piles = piles(samples, held);
        for (int[] pile : piles) {
            Shuffle.shuffle(pile, random.split());
        }
        int[] chosen = new int[Math.min(budget, samples.drawable())];
        int size = 0;
        for (int round = 0; round < samples.drawable(); round++) {
            for (int turn : turns) {
                if (size < chosen.length && !omitted.contains(turn) && round < piles[turn].length) {
                    chosen[size++] = piles[turn][round];
                }
            }
        }
        Arrays.sort(chosen, 0, size);
        return Arrays.copyOf(chosen, size);
    }

    /** The indices of every class's samples that may be chosen. */
    private static int[][] piles(Samples samples, int[] held) {
        return IntStream.range(0, samples.classes())
                .mapToObj(label -> IntStream.range(0, samples.drawable())
                        .filter(i -> samples.label(i) == label && Arrays.binarySearch(held, i) < 0)
                        .toArray())
                .toArray(int[][]::new);
    }
}
