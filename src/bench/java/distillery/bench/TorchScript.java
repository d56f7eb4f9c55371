package distillery.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    private void forward() {
        int depth = course.depth();
        for (int i = 1; i <= depth; i++) {
            String product = "torch.linear(h%d, w[%d], w[%d])".formatted(i - 1, 2 * i - 2, 2 * i - 1);
            line("h%d = %s".formatted(i, i == depth ? product : "torch.relu_(" + product + ")"));
        }
        line("z = h%d".formatted(depth));
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
        for (int i = course.depth(); i >= 1; i--) {
            line("g%d = torch.mm(torch.t(d%d), h%d)".formatted(2 * i - 2, i, i - 1));
            line("g%d = torch.sum(d%d, [0])".formatted(2 * i - 1, i));
            if (i > 1) {
                line("d%d = torch.threshold_backward(torch.mm(d%d, w[%d]), h%d, 0)".formatted(i - 1, i, 2 * i - 2, i - 1));
            }
        }
    }

    private String gradients() {
        StringBuilder list = new StringBuilder("[g0");
                for (int i = 1; i < 2 * course.depth(); i++) {
            list.append(", g").append(i);
        }
        return list.append(']').toString();
    }

    private void line(String statement) {
        code.append("    ").append(statement).append('\n');
    }
}
