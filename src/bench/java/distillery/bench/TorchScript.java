package distillery.bench;

import distillery.data.Shape;
import distillery.net.LayerSpec;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A whole training step as one TorchScript program: forward, loss, the gradients written out, PyTorch's own fused Adam.
 * Java calls it once a step, so nothing but PyTorch's native library is measured.
 */
final class TorchScript {
    private final StringBuilder code = new StringBuilder();
    private final Course course;

    private TorchScript(Course course) {
        this.course = course;
    }

    /** The program as the archive that PyTorch loads; {@code forward(x, labels, teacher, w, m, v, t)} gives the loss. */
    static InputStream archive(Course course) throws IOException {
        String source = new TorchScript(course).source();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            // An object of class __torch__.Step without a single attribute, and an empty tuple of constants.
            put(zip, "data.pkl", "\u0080\u0002c__torch__\nStep\n)\u0081}b.".getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("step/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String source() {
        code.append("class Step(Module):\n  __parameters__ = []\n  __buffers__ = []\n");
        code.append("  def forward(self: __torch__.Step, h0: Tensor, labels: Tensor, teacher: Tensor, w: List[Tensor],"
                + " m: List[Tensor], v: List[Tensor], t: List[Tensor]) -> Tensor:\n");
        forward();
        loss();
        backward();
        line("torch._foreach_add_(t, 1)");
        line(("torch._fused_adam_(w, %s, m, v, annotate(List[Tensor], []), t, lr=%s, beta1=0.9, beta2=0.999,"
                        + " weight_decay=0., eps=1e-08, amsgrad=False, maximize=False)")
                .formatted(gradients(), Course.RATE));
        line("return loss");
        return code.toString();
    }

    /** h0, h1, … are what goes into and comes out of the layers. */
    private void forward() {
        int at = 0;
        List<LayerSpec> layers = course.spec().layers();
        if (course.spec().convolutional()) {
            line("h0 = torch.reshape(h0, %s)".formatted(sizes(course.spec().input())));
        }
        for (int i = 1; i <= layers.size(); i++) {
            LayerSpec layer = layers.get(i - 1);
            if (layer instanceof MaxPool pool) {
                line("q%d = torch.max_pool2d_with_indices(h%d, %s)".formatted(i, i - 1, pooling(pool)));
                line("h%d = (q%d)[0]".formatted(i, i));
                line("i%d = (q%d)[1]".formatted(i, i));
                continue;
            }
            String product = layer instanceof Convolution convolution
                    ? "torch.conv2d(h%d, w[%d], w[%d], [1, 1], %s)".formatted(i - 1, at, at + 1, border(convolution))
                    : "torch.linear(%s, w[%d], w[%d])".formatted(flat(i), at, at + 1);
            line("h%d = %s".formatted(i, i == layers.size() ? product : "torch.relu_(" + product + ")"));
            at += 2;
        }
        line("z = h%d".formatted(layers.size()));
    }

    /** What goes into dense layer {@code i}. */
    private String flat(int i) {
        boolean picture = i > 1 && !(course.spec().layers().get(i - 2) instanceof Dense);
        return picture ? "torch.flatten(h%d, 1)".formatted(i - 1) : "h" + (i - 1);
    }

    private static String pooling(MaxPool pool) {
        String size = "[%d, %d]".formatted(pool.size(), pool.size());
        return size + ", " + size + ", [0, 0], [1, 1], False";
    }

    private static String border(Convolution layer) {
        return "[%d, %d]".formatted(layer.kernel() / 2, layer.kernel() / 2);
    }

    /** The shape of a batch. */
    static ai.djl.ndarray.types.Shape shape(Course course, Shape sample) {
        return new ai.djl.ndarray.types.Shape(
                course.batchSize(), sample.channels(), sample.height(), sample.width());
    }

    private String sizes(Shape sample) {
        return "[%d, %d, %d, %d]".formatted(course.batchSize(), sample.channels(), sample.height(), sample.width());
    }

    private void loss() {
        int rows = course.batchSize();
        line("logq = torch.log_softmax(z, 1)");
        line("hard = torch.nll_loss(logq, labels)");
        line("truth = torch.one_hot(labels, %d)".formatted(course.spec().classes()));
        line("slope = torch.sub(torch.exp(logq), truth)");
        if (!course.distilled()) {
            line("loss = hard");
            line("d%d = torch.div(slope, %d.)".formatted(course.depth(), rows));
            return;
        }
        double temperature = Course.TEMPERATURE;
        line("logsoft = torch.log_softmax(torch.div(z, %s), 1)".formatted(temperature));
        line("logp = torch.log_softmax(torch.div(teacher, %s), 1)".formatted(temperature));
        line("p = torch.exp(logp)");
        line("kl = torch.div(torch.sum(torch.mul(p, torch.sub(logp, logsoft))), %d.)".formatted(rows));
        double softWeight = Course.SOFT_WEIGHT * temperature;
        line("loss = torch.add(torch.mul(hard, %s), torch.mul(kl, %s))".formatted(Course.HARD_WEIGHT, softWeight * temperature));
        line("pull = torch.mul(torch.sub(torch.exp(logsoft), p), %s)".formatted(softWeight / rows));
        line("d%d = torch.add(pull, slope, alpha=%s)".formatted(course.depth(), Course.HARD_WEIGHT / rows));
    }

    private void backward() {
        List<LayerSpec> layers = course.spec().layers();
        int at = course.born().tensors().size();
        for (int i = layers.size(); i >= 1; i--) {
            LayerSpec layer = layers.get(i - 1);
            boolean first = i == 1;
            if (i < layers.size() && !(layer instanceof MaxPool)) {
                line("d%d = torch.threshold_backward(d%d, h%d, 0)".formatted(i, i, i));
            }
            if (layer instanceof MaxPool pool) {
                line("d%d = torch.max_pool2d_with_indices_backward(d%d, h%d, %s, i%d)"
                        .formatted(i - 1, i, i - 1, pooling(pool), i));
                continue;
            }
            at -= 2;
            if (layer instanceof Convolution convolution) {
                line(("c%d = torch.convolution_backward(d%d, h%d, w[%d], [%d], [1, 1], %s, [1, 1], False, [0, 0], 1,"
                                + " [%s, True, True])")
                        .formatted(i, i, i - 1, at, convolution.channels(), border(convolution), first ? "False" : "True"));
                line("g%d = (c%d)[1]".formatted(at, i));
                line("g%d = (c%d)[2]".formatted(at + 1, i));
                if (!first) {
                    line("d%d = (c%d)[0]".formatted(i - 1, i));
                }
                continue;
            }
            line("g%d = torch.mm(torch.t(d%d), %s)".formatted(at, i, flat(i)));
            line("g%d = torch.sum(d%d, [0])".formatted(at + 1, i));
            if (!first) {
                String slope = "torch.mm(d%d, w[%d])".formatted(i, at);
                boolean picture = !(layers.get(i - 2) instanceof Dense);
                String shaped = picture
                        ? "torch.reshape(%s, %s)".formatted(slope, sizes(course.spec().shapes().get(i - 2)))
                        : slope;
                line("d%d = %s".formatted(i - 1, shaped));
            }
        }
    }

    private String gradients() {
        return IntStream.range(0, course.born().tensors().size())
                .mapToObj(i -> "g" + i)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void line(String statement) {
        code.append("    ").append(statement).append('\n');
    }
}
