package distillery.net;

/** Products between the channels of two maps of each sample, in the engine's 32 bits. */
public final class ChannelProducts {
    private Buffer left = Buffer.heap(0);
    private Buffer right = Buffer.heap(0);
    private Buffer table = Buffer.heap(0);

    /** {@code A Bᵀ} for maps {@code [rows, channels, plane]} of the same plane: {@code [rows, a's channels, b's channels]}. */
    public double[] of(double[] a, double[] b, int rows, int plane) {
        int outer = a.length / (rows * plane);
        int inner = b.length / (rows * plane);
        left = filled(left, a);
        right = filled(right, b);
        table = room(table, rows * outer * inner);
        for (int n = 0; n < rows; n++) {
            Matrix first = left.memory().matrix(n * outer * plane, outer, plane);
            Matrix second = right.memory().matrix(n * inner * plane, inner, plane);
            table.memory().matrix(n * outer * inner, outer, inner).product(first, second.transpose(), 0);
        }
        double[] products = new double[rows * outer * inner];
        table.fromNative(0, products.length);
        for (int i = 0; i < products.length; i++) {
            products[i] = table.values[i];
        }
        return products;
    }

    private static Buffer filled(Buffer there, double[] values) {
        Buffer buffer = room(there, values.length);
        for (int i = 0; i < values.length; i++) {
            buffer.values[i] = (float) values[i];
        }
        buffer.toNative(0, values.length);
        return buffer;
    }

    private static Buffer room(Buffer there, int length) {
        return there.values.length < length ? Buffer.shared(length) : there;
    }
}
