package distillery.net;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of some samples lie nearest to each other, by the distance of all their numbers. */
public final class NearestNeighbours {
    private NearestNeighbours() {}

    /**
     * The nearest others of each row, the nearest first.
     *
     * @param rows {@code [count, width]}, row-major
     * @param wanted how many, fewer if there are no more others
     */
    public static int[][] of(float[] rows, int width, int wanted) {
        int count = rows.length / width;
        Buffer samples = Buffer.shared(rows.length);
        System.arraycopy(rows, 0, samples.values, 0, rows.length);
        samples.toNative(0, rows.length);
        Buffer products = Buffer.shared(count * count);
        Matrix all = samples.memory().matrix(0, count, width);
        products.memory().matrix(0, count, count).product(all, all.transpose(), 0);
        products.fromNative(0, count * count);
        int[][] nearest = new int[count][];
        for (int i = 0; i < count; i++) {
            int row = i;
            List<Integer> others = IntStream.range(0, count)
                    .filter(other -> other != row)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> beyond(products.values, count, row, other)))
                    .limit(wanted)
                    .toList();
            nearest[i] = others.stream().mapToInt(Integer::intValue).toArray();
        }
        return nearest;
    }

    /** The squared distance but for what is the same for all others: |b|² - 2 a·b. */
    private static double beyond(float[] products, int count, int row, int other) {
        return products[other * count + other] - 2.0 * products[row * count + other];
    }
}
