package distillery.loss.relation;

import distillery.loss.Huber;
import distillery.loss.LossValue;

/**
 * Angle-wise relational distillation: the cosine of the angle at sample i between samples j and k for the student, against
 * the same of the teacher, through a Huber function (Park et al. 2019, section 3.2.2). The mean is over all {@code rows³}
 * triples, those without an angle, which count as zero, included. A leg without length has no slope.
 *
 * <p>Angles follow from distances, so time grows as {@code rows³ + rows² width} and memory as {@code rows²}.
 *
 * @param huberDelta where the Huber function goes straight; 1 in the paper
 */
public record AngleLoss(double huberDelta) {
    public AngleLoss {
        Huber.valid(huberDelta);
    }

    /** The loss of a batch of embeddings with so many rows against one with as many. */
    public LossValue of(double[] student, double[] teacher, int rows) {
        Distances own = new Distances(student, rows);
        Distances wanted = new Distances(teacher, rows);
        double share = 1.0 / ((double) rows * rows * rows);
        double[] pull = new double[own.squared.length];
        double sum = 0;
        for (int vertex = 0; vertex < rows; vertex++) {
            for (int j = 0; j < rows; j++) {
                sum += withItself(own, wanted, vertex, j) + 2 * withFormer(own, wanted, vertex, j, pull);
            }
        }
        for (int i = 0; i < pull.length; i++) {
            pull[i] *= 2 * share;
        }
        return new LossValue(sum * share, own.slopes(pull));
    }

    /** All angles, {@code [rows, rows, rows]}: [i][j][k] is the cosine at i between j and k. */
    public static double[] angles(double[] embedding, int rows) {
        Distances distances = new Distances(embedding, rows);
        double[] angles = new double[Math.multiplyExact(distances.squared.length, rows)];
        for (int at = 0; at < angles.length; at++) {
            angles[at] = distances.cosine(at / (rows * rows), at / rows % rows, at % rows);
        }
        return angles;
    }

    /** The angle between j and j is a constant, but for legs without length. */
    private double withItself(Distances own, Distances wanted, int vertex, int j) {
        return Huber.value(own.cosine(vertex, j, j) - wanted.cosine(vertex, j, j), huberDelta);
    }

    /**
     * The angles between j and all k before it, in one of their two orders.
     *
     * <p>With legs {@code a = e[j] - e[i]} and {@code b = e[k] - e[i]} the cosine c has the slope {@code b / |a||b| - c a /
     * |a|²} along a, and the same with a and b exchanged along b. Summed up over the samples all of it is pull along
     * differences: between j and k by {@code w = h / |a||b|}, between i and j by {@code h c / |a|² - w}, between i and k by
     * {@code h c / |b|² - w}, where h is the slope of the Huber function.
     */
    private double withFormer(Distances own, Distances wanted, int vertex, int j, double[] pull) {
        int row = vertex * own.rows;
        double inverse = own.inverses[row + j];
        double along = 0;
        double sum = 0;
        for (int k = 0; k < j; k++) {
            double cosine = own.cosine(vertex, j, k);
            double apart = cosine - wanted.cosine(vertex, j, k);
            sum += Huber.value(apart, huberDelta);
            double slope = Huber.slope(apart, huberDelta);
            double other = own.inverses[row + k];
            double across = slope * inverse * other;
            pull[j * own.rows + k] += across;
            pull[row + k] += slope * cosine * other * other - across;
            along += slope * cosine * inverse * inverse - across;
        }
        pull[row + j] += along;
        return sum;
    }
}
