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
        double[] slope = LossValue.sum(1.0 / student.plane, match.gradient(), 0, studentFlow);
        double[] inGradient = new double[student.in.length];
        double[] outGradient = new double[student.out.length];
        for (int n = 0; n < student.rows; n++) {
            DoubleMatrix flowSlope = DoubleMatrix.block(slope, n, student.inChannels(), student.outChannels());
            DoubleMatrix in = DoubleMatrix.block(student.in, n, student.inChannels(), student.plane);
            DoubleMatrix out = DoubleMatrix.block(student.out, n, student.outChannels(), student.plane);
            DoubleMatrix.block(inGradient, n, in.rows(), in.columns()).add(flowSlope, out);
            DoubleMatrix.block(outGradient, n, out.rows(), out.columns()).addTransposedTimes(flowSlope, in);
        }
        return new Value(match.value(), studentFlow, teacherFlow, inGradient, outGradient);
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
