package distillery.data;

import java.util.SplittableRandom;

/** Puts numbers into a random order, each order being equally likely (Fisher and Yates, as Durstenfeld wrote it). */
final class Shuffle {
    private Shuffle() {}

    static void shuffle(int[] values, SplittableRandom random) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = values[last];
            values[last] = values[other];
            values[other] = moved;
        }
    }
}
