package distillery.net;

import distillery.net.Buffer.Native;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers brought to other widths from both sides, {@code Po W Piᵀ}, by two matrices that stand beside a net and
 * learn with it, and held against another. A table is {@code [outputs, inputs]} at each of several places, and the same is
 * done at each. Where a width stays as it is, there is no matrix on that side.
 *
 * <p>On the way tables are {@code [outputs, places, inputs]}: then either matrix takes one product, whatever the places.
 * Large tables stay where the products are made.
 */
public final class TwoSidedProjection {
    private final int outputs;
    private final int inputs;
    private final int wantedOutputs;
    private final int wantedInputs;
    private final @Nullable Parameter out;
    private final @Nullable Parameter in;
    private Buffer given = Buffer.heap(0);
    /** What has gone through the matrix of the inputs. */
    private Buffer widened = Buffer.heap(0);

    private Buffer result = Buffer.heap(0);
    private Native wanted = Native.of(1);
    private int places;

    /** From a table of {@code outputs × inputs} to one of another size; drawn with variance 1 / the width before. */
    public TwoSidedProjection(int outputs, int inputs, int wantedOutputs, int wantedInputs, long seed) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.wantedOutputs = wantedOutputs;
        this.wantedInputs = wantedInputs;
        Random random = new Random(seed);
        out = outputs == wantedOutputs ? null : drawn(wantedOutputs, outputs, random);
        in = inputs == wantedInputs ? null : drawn(wantedInputs, inputs, random);
    }

    private static Parameter drawn(int to, int from, Random random) {
        Parameter matrix = Parameter.matrix(to, from);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.value.values[i] = (float) (random.nextGaussian() / Math.sqrt(from));
        }
        matrix.publish();
        return matrix;
    }

    public List<Parameter> parameters() {
        return Stream.of(out, in).flatMap(Stream::ofNullable).toList();
    }

    /** Says what {@link #match} is to reach, {@code [outputs, inputs, places]} of the other widths. */
    public void aim(float[] table) {
        places = table.length / (wantedOutputs * wantedInputs);
        float[] ordered = new float[table.length];
        for (int i = 0; i < table.length; i++) {
            ordered[ordered(i, wantedInputs)] = table[i];
        }
        wanted = Native.of(table.length);
        wanted.put(0, ordered, 0, table.length);
    }

    /**
     * The mean squared difference of a table {@code [outputs, inputs, places]} in the other widths from the one that it is to
     * be, at a weight. {@link #slopes} then has its slopes.
     */
    public double match(double[] table, double weight) {
        places = table.length / (outputs * inputs);
        makeRoom();
        for (int i = 0; i < table.length; i++) {
            given.values[ordered(i, inputs)] = (float) table[i];
        }
        given.toNative(0, table.length);
        Native apart = result.memory();
        int length = wantedOutputs * wantedInputs * places;
        if (result == given) {
            apart.subtract(wanted, length);
        } else {
            apart.copy(wanted, length);
            project(-1);
        }
        double sum = apart.squares(length);
        apart.scale((float) (2 * weight / length), length);
        return weight * sum / length;
    }

    /** Fills in the gradient of {@link #parameters} after {@link #match}; returns the slope along the table. */
    public double[] slopes() {
        goBack();
        double[] slopes = new double[outputs * inputs * places];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = given.values[ordered(i, inputs)];
        }
        return slopes;
    }

    /** {@link #match} of tables that lie after each other, {@code [places, outputs, inputs]}, with others that do. */
    public double matchEach(double[] tables, double[] targets, double weight) {
        places = tables.length / (outputs * inputs);
        makeRoom();
        for (int i = 0; i < tables.length; i++) {
            given.values[placed(i, outputs, inputs)] = (float) tables[i];
        }
        given.toNative(0, tables.length);
        project(0);
        result.fromNative(0, targets.length);
        float[] slopes = result.values;
        double share = 2.0 / targets.length;
        double sum = 0;
        for (int from = 0; from < targets.length; from += wantedInputs) {
            int start = placed(from, wantedOutputs, wantedInputs);
            for (int i = 0; i < wantedInputs; i++) {
                double apart = slopes[start + i] - targets[from + i];
                sum += apart * apart;
                slopes[start + i] = (float) (weight * (share * apart));
            }
        }
        result.toNative(0, targets.length);
        return weight * sum / targets.length;
    }

    /** {@link #slopes} after {@link #matchEach}, laid out like its tables. */
    public double[] slopesOfEach() {
        goBack();
        double[] slopes = new double[outputs * inputs * places];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = given.values[placed(i, outputs, inputs)];
        }
        return slopes;
    }

    /** Where a number of {@code [outputs, inputs, places]} is kept. */
    private int ordered(int index, int width) {
        int block = width * places;
        int within = index % block;
        return index - within + within % places * width + within / places;
    }

    /** Where a number of {@code [places, outputs, inputs]} is kept. */
    private int placed(int index, int height, int width) {
        int row = index / width;
        return (row % height * places + row / height) * width + index % width;
    }

    private void makeRoom() {
        given = room(given, outputs * inputs * places);
        widened = in == null ? given : room(widened, outputs * wantedInputs * places);
        result = out == null ? widened : room(result, wantedOutputs * wantedInputs * places);
    }

    /** From the given to the result, which is added to so many times what is there. */
    private void project(float keep) {
        if (in != null) {
            Matrix matrix = in.value.memory().matrix(0, wantedInputs, inputs);
            rows(widened, wantedInputs).product(rows(given, inputs), matrix.transpose(), out == null ? keep : 0);
        }
        if (out != null) {
            Matrix matrix = out.value.memory().matrix(0, wantedOutputs, outputs);
            table(result, wantedOutputs).product(matrix, table(widened, outputs), keep);
        }
    }

    /** From slopes along the result to those along the given, which are then where loops find them. */
    private void goBack() {
        if (out != null) {
            Matrix along = table(result, wantedOutputs);
            Matrix before = table(widened, outputs);
            out.gradient.memory().matrix(0, wantedOutputs, outputs).product(along, before.transpose(), 0);
            before.product(out.value.memory().matrix(0, wantedOutputs, outputs).transpose(), along, 0);
        }
        if (in != null) {
            Matrix along = rows(widened, wantedInputs);
            Matrix before = rows(given, inputs);
            in.gradient.memory().matrix(0, wantedInputs, inputs).product(along.transpose(), before, 0);
            before.product(along, in.value.memory().matrix(0, wantedInputs, inputs), 0);
        }
        given.fromNative(0, outputs * inputs * places);
    }

    /** A row for each output, of what is as wide as the teacher's. */
    private Matrix table(Buffer buffer, int height) {
        return buffer.memory().matrix(0, height, places * wantedInputs);
    }

    /** A row for each of the student's outputs and place. */
    private Matrix rows(Buffer buffer, int width) {
        return buffer.memory().matrix(0, outputs * places, width);
    }

    private static Buffer room(Buffer there, int length) {
        return there.values.length < length ? Buffer.shared(length) : there;
    }
}
