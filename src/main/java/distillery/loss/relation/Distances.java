package distillery.loss.relation;

import distillery.loss.Preconditions;

/**
 * The distances between all samples of a batch, from which lengths and angles follow: with them the angles of N samples
 * cost N³, whatever the width. Tables are {@code [rows, rows]}, row-major.
 */
final class Distances {
    final int rows;
    final double[] squared;
    final double[] lengths;

    /** One over each length; zero where that is zero, for such a pair has no direction. */
    final double[] inverses;

    private final int width;
    private final double[] embedding;

    Distances(double[] embedding, int rows) {
        this.embedding = embedding;
        this.rows = rows;
        width = Preconditions.width("the embedding", embedding, rows);
        squared = new double[Math.multiplyExact(rows, rows)];
        lengths = new double[squared.length];
        inverses = new double[squared.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                set(i, j, squaredDistance(i, j));
            }
        }
    }

    private void set(int i, int j, double square) {
        for (int at : new int[] {i * rows + j, j * rows + i}) {
            squared[at] = square;
            lengths[at] = Math.sqrt(square);
            inverses[at] = square == 0 ? 0 : 1 / lengths[at];
        }
    }

    private double squaredDistance(int i, int j) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double apart = embedding[i * width + k] - embedding[j * width + k];
            sum += apart * apart;
        }
        return sum;
    }

    /** The mean distance of two different samples; zero if there is but one. */
    double mean() {
        double sum = 0;
        for (double length : lengths) {
            sum += length;
        }
        return rows == 1 ? 0 : sum / ((double) rows * (rows - 1));
    }

    /** The cosine of the angle at i between j and k by the law of cosines; zero where a leg has no length. */
    double cosine(int i, int j, int k) {
        double legs = squared[i * rows + j] + squared[i * rows + k] - squared[j * rows + k];
        return legs / 2 * inverses[i * rows + j] * inverses[i * rows + k];
    }

    /** The slope along the embedding, {@code Σ_k (pull[j, k] + pull[k, j]) (e[k] - e[j])} for sample j. */
    double[] slopes(double[] pull) {
        double[] slopes = new double[embedding.length];
        for (int j = 0; j < rows; j++) {
            for (int k = 0; k < rows; k++) {
                double both = pull[j * rows + k] + pull[k * rows + j];
                for (int d = 0; d < width; d++) {
                    slopes[j * width + d] += both * (embedding[k * width + d] - embedding[j * width + d]);
                }
            }
        }
        return slopes;
    }
}
