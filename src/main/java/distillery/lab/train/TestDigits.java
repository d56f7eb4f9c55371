package distillery.lab.train;

import distillery.data.Samples;
import distillery.lab.example.DigitExample;
import distillery.lab.example.DigitSource;
import distillery.lab.example.Example;
import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.EvaluationSet;
import distillery.train.TrainEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The held-out test digits with what the nets of a run say to them; zeros for a student nobody has asked yet. */
final class TestDigits implements DigitSource {
    private final Samples samples;
    private final double[] teacher;
    private final double[] student;

    TestDigits(Samples samples, double[] teacher, double[] student) {
        this.samples = samples;
        this.teacher = teacher;
        this.student = student;
    }

    /** The digits of a run; null where it has none or more classes than an example, or is not prepared. */
    static @Nullable DigitSource of(TrainEvent.@Nullable Ready ready, @Nullable Evaluation evaluation) {
        if (ready == null
                || ready.data().test().height() == 1
                || ready.data().test().classes() > Example.MOST) {
            return null;
        }
        Evaluation.Score distilled = evaluation == null || evaluation.on() != EvaluationSet.TEST
                ? null
                : evaluation.arms().get(ArmName.DISTILLED);
        double[] student = distilled == null ? new double[0] : distilled.logits();
        return new TestDigits(ready.data().test(), ready.teacherScore().logits(), student);
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public DigitExample get(int index) {
        float[] picture = new float[samples.features()];
        samples.copyInto(picture, 0, index, 0, 0);
        List<Double> pixels = new ArrayList<>(picture.length);
        for (float pixel : picture) {
            pixels.add((double) pixel);
        }
        return new DigitExample(
                pixels,
                samples.height(),
                samples.width(),
                samples.label(index),
                row(teacher, index),
                student.length == 0 ? Collections.nCopies(samples.classes(), 0.0) : row(student, index),
                names());
    }

    private List<String> names() {
        return IntStream.range(0, samples.classes())
                .mapToObj(samples::className)
                .toList();
    }

    private List<Double> row(double[] logits, int index) {
        int from = index * samples.classes();
        return Arrays.stream(logits, from, from + samples.classes()).boxed().toList();
    }
}
