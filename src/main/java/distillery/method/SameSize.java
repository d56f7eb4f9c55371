package distillery.method;

import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.feature.AveragePool;
import distillery.net.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Makes the maps of two points as large as each other: each is averaged down to the smaller height and width. Where one of
 * the points is no picture, both are taken as numbers in a row.
 */
final class SameSize {
    private final Shape student;
    private final Shape teacher;
    private final boolean maps;
    private final int height;
    private final int width;

    SameSize(Points points) {
        this(points.student().shape(), points.teacher().shape());
    }

    private SameSize(Shape student, Shape teacher) {
        this.student = student;
        this.teacher = teacher;
        maps = student.isImage() && teacher.isImage();
        height = Math.min(student.height(), teacher.height());
        width = Math.min(student.width(), teacher.width());
    }

    /** For points whose numbers are taken as one row each, whatever they mean: the longer row is averaged down. */
    static SameSize inARow(Points points) {
        return new SameSize(row(points.student().shape()), row(points.teacher().shape()));
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

    /** A loss of maps of the same size as one of these points. */
    FeatureLoss before(FeatureLoss loss) {
        if (!shrinks(student) && !shrinks(teacher)) {
            return loss;
        }
        return new FeatureLoss() {
            @Override
            public LossValue of(double[] own, double[] wanted, int rows) {
                LossValue found = loss.of(shrunk(own, student), shrunk(wanted, teacher), rows);
                return shrinks(student)
                        ? new LossValue(found.value(), pool(student).slopes(found.gradient()))
                        : found;
            }

            @Override
            public Optional<MethodPicture> picture(double[] own, double[] wanted, int rows) {
                return loss.picture(shrunk(own, student), shrunk(wanted, teacher), rows);
            }

            @Override
            public List<Parameter> parameters() {
                return loss.parameters();
            }
        };
    }

    private double[] shrunk(double[] values, Shape shape) {
        return shrinks(shape) ? pool(shape).apply(values) : values;
    }

    private boolean shrinks(Shape shape) {
        return maps && (shape.height() > height || shape.width() > width);
    }

    private AveragePool pool(Shape shape) {
        return new AveragePool(shape.height(), shape.width(), height, width);
    }
}
