package distillery.method;

import distillery.data.Problem;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that compares points inside student and teacher. What it finds is added, at a weight of its own, to what {@link
 * Hinton} minimises: {@code softWeight · T² · KL + hardWeight · CE}.
 */
interface FeatureMethod extends Method {
    double MOST_WEIGHT = 1_000_000;

    /**
     * The points that it compares.
     *
     * @throws Problem if these nets have none
     */
    List<Points> points(NetSpec teacher, NetSpec student) throws Problem;

    /** What the comparison of one of {@link #points} is given of the teacher. */
    default Glimpse glimpse(Points points) {
        return new Glimpse.At(points.teacher());
    }

    /** The comparison of one of {@link #points}; {@code seed} is that of what it trains. */
    FeatureLoss loss(Points points, long seed);

    /**
     * In so many first epochs the comparison alone is minimised, and from then on the outputs alone; 0 for both together
     * all the time.
     */
    default int epochsAlone() {
        return 0;
    }

    @Override
    default boolean looksInside() {
        return true;
    }

    @Override
    default List<Points> compared(NetSpec teacher, NetSpec student) throws Problem {
        List<Points> all = new ArrayList<>(points(teacher, student));
        all.add(Points.outputs(teacher, student));
        return all;
    }

    @Override
    default void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        points(teacher, student);
    }

    @Override
    default Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        List<FeatureDistiller.Comparison> comparisons = new ArrayList<>();
        try {
            for (Points pair : points(teacher, student)) {
                comparisons.add(new FeatureDistiller.Comparison(pair, glimpse(pair), loss(pair, seed)));
            }
        } catch (Problem unfit) {
            throw new IllegalStateException("was checked when the settings were made", unfit);
        }
        return new FeatureDistiller(comparisons, epochsAlone());
    }
}
