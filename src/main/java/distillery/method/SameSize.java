package distillery.method;

import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.feature.AveragePool;
import distillery.net.Parameter;
import distillery.net.Tap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the maps of two points as large as each other: each is averaged down to the smaller height and width. Where one of
 * the points is no picture, both are taken as numbers in a row.
 */
final class SameSize {
    private final Shape student;
    private final Shape teacher;
    private final Tap tap;
    private final boolean maps;
    private final int height;
    private final int width;

    SameSize(Points points) {
        this(points.student().shape(), points.teacher().shape(), points.teacher());
    }

    private SameSize(Shape student, Shape teacher, Tap tap) {
        this.student = student;
        this.teacher = teacher;
        this.tap = tap;
        maps = student.isImage() && teacher.isImage();
        height = Math.min(student.height(), teacher.height());
        width = Math.min(student.width(), teacher.width());
    }

    /** For points whose numbers are taken as one row each, whatever they mean: the longer row is averaged down. */
    static SameSize inARow(Points points) {
        return new SameSize(row(points.student().shape()), row(points.teacher().shape()), points.teacher());
    }

    private static Shape row(Shape shape) {
        return new Shape(1, 1, shape.size());
    }

    /** What the student's values become a batch of. */
    Shape studentShape() {
        return maps ? new Shape(student.channels(), height, width) : Shape.flat(student.size());
    }

    Shape teacherShape() {
        return maps ? new Shape(teacher.channels(), height, width) : Shape.flat(teacher.size());
    }

    /** The teacher's values at that size. */
    Glimpse glimpse() {
        return shrinks(teacher) ? new Averaged(tap, pool(teacher)) : new Glimpse.At(tap);
    }

    /** A loss of maps of the same size as one of the student's as they are and what the {@link #glimpse} has. */
    FeatureLoss before(FeatureLoss loss) {
        if (!shrinks(student)) {
            return loss;
        }
        AveragePool pool = pool(student);
        return new FeatureLoss() {
            @Override
            public LossValue of(double[] own, double[] wanted, int rows) {
                LossValue found = loss.of(pool.apply(own), wanted, rows);
                return new LossValue(found.value(), pool.slopes(found.gradient()));
            }

            @Override
            public Optional<MethodPicture> picture(double[] own, double[] wanted, int rows) {
                return loss.picture(pool.apply(own), wanted, rows);
            }

            @Override
            public List<Parameter> parameters() {
                return loss.parameters();
            }
        };
    }

    private boolean shrinks(Shape shape) {
        return maps && (shape.height() > height || shape.width() > width);
    }

    private AveragePool pool(Shape shape) {
        return new AveragePool(shape.height(), shape.width(), height, width);
    }

    /** The values at a point of a teacher, averaged down. */
    private record Averaged(Tap tap, AveragePool pool) implements Glimpse {
        @Override
        public Set<Tap> taps() {
            return Set.of(tap);
        }

        @Override
        public int width() {
            return tap.shape().size() / (pool.height() * pool.width()) * pool.smallHeight() * pool.smallWidth();
        }

        @Override
        public double[] of(Function<Tap, double[]> inside, int rows) {
            return pool.apply(inside.apply(tap));
        }
    }
}
