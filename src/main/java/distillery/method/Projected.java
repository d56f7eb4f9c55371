package distillery.method;

import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.net.Parameter;
import distillery.net.Projection;
import java.util.List;
import java.util.Optional;

/** A loss that sees the student through a linear map to the teacher's width, which learns with the student. */
final class Projected implements FeatureLoss {
    private final Projection projection;
    private final FeatureLoss loss;

    Projected(Shape student, Shape teacher, long seed, FeatureLoss loss) {
        projection =
                new Projection(student, teacher.channels(), ~seed); // the student's first weights are drawn with seed
        this.loss = loss;
    }

    @Override
    public LossValue of(double[] student, double[] teacher, int rows) {
        LossValue found = loss.of(projection.forward(student), teacher, rows);
        return new LossValue(found.value(), projection.backward(found.gradient()));
    }

    @Override
    public double pattern() {
        return loss.pattern();
    }

    @Override
    public Optional<MethodPicture> picture(double[] student, double[] teacher, int rows) {
        return loss.picture(projection.forward(student), teacher, rows);
    }

    @Override
    public List<Parameter> parameters() {
        return projection.parameters();
    }
}
