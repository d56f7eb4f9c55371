package distillery.loss.relation;

import static distillery.loss.Preconditions.require;

import distillery.loss.DoubleMatrix;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;

/**
 * The flow of solution procedure (FSP): how the channels of one layer go together with those of a later one, {@code Σ over
 * pixels of F1 F2ᵀ / pixels} for each sample, against the same of the teacher (Yim et al. 2017, section 3). Student and
 * teacher need the same channels; their maps may differ in size.
 */
public record FlowLoss(SquaredError reduction) {
    /** Two layers of a net, {@code [rows, channels, plane]} each, with the same pixels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Layers(double[] in, double[] out, int rows, int plane) {
        public Layers {
            Preconditions.channels("the earlier layer", in, rows, plane);
            Preconditions.channels("the later layer", out, rows, plane);
        }

        int inChannels() {
            return in.length / (rows * plane);
        }

        int outChannels() {
            return out.length / (rows * plane);
        }

        /** The flow of each sample, {@code [rows, in's channels, out's channels]}. */
        public double[] flow() {
            double[] flow = new double[Math.multiplyExact(rows * inChannels(), outChannels())];
            for (int n = 0; n < rows; n++) {
                DoubleMatrix.block(flow, n, inChannels(), outChannels())
                        .addTimesTransposed(
                                DoubleMatrix.block(in, n, inChannels(), plane),
                                DoubleMatrix.block(out, n, outChannels(), plane));
            }
            return LossValue.sum(1.0 / plane, flow, 0, flow);
        }

        /** From slopes along the flow those along both layers. */
        public Layers slopes(double[] alongFlow) {
            double[] slope = LossValue.sum(1.0 / plane, alongFlow, 0, alongFlow);
            double[] inSlope = new double[in.length];
            double[] outSlope = new double[out.length];
            for (int n = 0; n < rows; n++) {
                DoubleMatrix flowSlope = DoubleMatrix.block(slope, n, inChannels(), outChannels());
                DoubleMatrix.block(inSlope, n, inChannels(), plane)
                        .add(flowSlope, DoubleMatrix.block(out, n, outChannels(), plane));
                DoubleMatrix.block(outSlope, n, outChannels(), plane)
                        .addTransposedTimes(flowSlope, DoubleMatrix.block(in, n, inChannels(), plane));
            }
            return new Layers(inSlope, outSlope, rows, plane);
        }
    }

    public Value of(Layers student, Layers teacher) {
        require(
                student.rows == teacher.rows
                        && student.inChannels() == teacher.inChannels()
                        && student.outChannels() == teacher.outChannels(),
                "student and teacher need the same samples and channels");
        double[] studentFlow = student.flow();
        double[] teacherFlow = teacher.flow();
        LossValue match = reduction.of(studentFlow, teacherFlow, student.rows);
        Layers slopes = student.slopes(match.gradient());
        return new Value(match.value(), studentFlow, teacherFlow, slopes.in, slopes.out);
    }

    /**
     * The loss and what it compared.
     *
     * @param studentFlow {@code [rows, in's channels, out's channels]}
     * @param inGradient the slope of {@code value} along the student's earlier layer
     * @param outGradient the same along the later one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value, double[] studentFlow, double[] teacherFlow, double[] inGradient, double[] outGradient) {}
}
