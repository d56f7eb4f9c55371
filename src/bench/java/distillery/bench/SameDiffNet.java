package distillery.bench;

import distillery.bench.Course.Portion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.TestMultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** ND4J's own autodiff. */
final class SameDiffNet implements Contender {
    private final Course course;
    private final SameDiff graph = SameDiff.create();
    private final SDVariable loss;
    private final List<MultiDataSet> batches = new ArrayList<>();

    SameDiffNet(Course course) {
        this.course = course;
        int classes = course.spec().classes();
        SDVariable pixels = graph.placeHolder("pixels", DataType.FLOAT, -1, course.spec().inputs());
        SDVariable labels = graph.placeHolder("labels", DataType.FLOAT, -1, classes);
        SDVariable teacher = graph.placeHolder("teacher", DataType.FLOAT, -1, classes);
        loss = loss(forward(pixels), labels, teacher);
        loss.markAsLoss();
        graph.setTrainingConfig(TrainingConfig.builder()
                .updater(new Adam(Course.RATE))
                .dataSetFeatureMapping("pixels")
                .dataSetLabelMapping("labels", "teacher")
                .build());
        course.portions().forEach(portion -> batches.add(batch(portion)));
    }

    private SDVariable forward(SDVariable pixels) {
                float[] born = course.born().values();
        int at = 0;
        SDVariable x = pixels;
        for (int i = 0; i < course.depth(); i++) {
            int inputs = course.widths().get(i);
            int outputs = course.widths().get(i + 1);
            SDVariable weights = graph.var("w" + i, array(born, at, outputs, inputs).transpose().dup('f'));
            at += outputs * inputs;
            SDVariable biases = graph.var("b" + i, array(born, at, 1, outputs).reshape(outputs));
            at += outputs;
            x = graph.nn.linear(x, weights, biases);
            x = i + 1 < course.depth() ? graph.nn.relu(x, 0) : x;
        }
        return x;
    }

    private SDVariable loss(SDVariable logits, SDVariable labels, SDVariable teacher) {
        SDVariable hard = graph.nn.logSoftmax(logits).mul(labels).sum(1).mean().neg();
        if (!course.distilled()) {
            return hard;
        }
        double temperature = Course.TEMPERATURE;
        SDVariable logP = graph.nn.logSoftmax(teacher.div(temperature));
        SDVariable logQ = graph.nn.logSoftmax(logits.div(temperature));
        SDVariable divergence = graph.math.exp(logP).mul(logP.sub(logQ)).sum(1).mean();
        return divergence
                .mul(Course.SOFT_WEIGHT * temperature * temperature)
                .add(hard.mul(Course.HARD_WEIGHT));
    }

    private MultiDataSet batch(Portion portion) {
        int rows = course.batchSize();
        int classes = course.spec().classes();
        INDArray labels = Nd4j.zeros(DataType.FLOAT, rows, classes);
        for (int row = 0; row < rows; row++) {
            labels.putScalar(row, portion.labels()[row], 1);
        }
        INDArray pixels = Nd4j.create(portion.pixels(), new long[] {rows, course.spec().inputs()}, 'c');
        INDArray teacher = array(portion.teacherFloats(), 0, rows, classes);
        return new org.nd4j.linalg.dataset.MultiDataSet(
                new INDArray[] {pixels}, new INDArray[] {labels, teacher});
    }

    private static INDArray array(float[] values, int from, int rows, int columns) {
        float[] part = Arrays.copyOfRange(values, from, from + rows * columns);
        return Nd4j.create(part, new long[] {rows, columns}, 'c');
    }

    @Override
    public String name() {
        return "SameDiff";
    }

    @Override
    public void ready() {
        openblas.blas_set_num_threads(Runtime.getRuntime().availableProcessors());
    }

    /** Asked right after learning, it sometimes answers from weights that are a step old. */
    @Override
    public double tolerance() {
        return 0.05;
    }

    @Override
    public void learn(int first, int steps) {
        MultiDataSet[] shown = IntStream.range(first, first + steps)
                .mapToObj(step -> batches.get(course.at(step)))
                .toArray(MultiDataSet[]::new);
        graph.fit(new TestMultiDataSetIterator(1, shown), 1);
    }

    @Override
    public double loss(int step) {
        MultiDataSet batch = batches.get(course.at(step));
        return loss.eval(Map.of(
                        "pixels", batch.getFeatures(0), "labels", batch.getLabels(0), "teacher", batch.getLabels(1)))
                .getDouble(0);
    }
}
