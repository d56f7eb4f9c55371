package distillery.train.export;

import distillery.data.NumberRange;
import distillery.method.Decoupled;
import distillery.method.LabelsOnly;
import distillery.method.LogitMatching;
import distillery.method.Method;

/** The losses of the methods that a program can have, in its words. */
final class PyTorchLosses {
    private static final String HINTON = """
                \"""T squared times KL(teacher || student) at this temperature, and the loss against the labels.\"""
                p = F.log_softmax(teacher / TEMPERATURE, 1)
                q = F.log_softmax(student / TEMPERATURE, 1)
                soft = TEMPERATURE**2 * F.kl_div(q, p, reduction="batchmean", log_target=True)
                return SOFT_WEIGHT * soft + HARD_WEIGHT * hard
            """;

    private static final String DECOUPLED = """
                \"""Decoupled distillation: the label's class or not, and the other classes among themselves.\"""
                label = F.one_hot(labels, student.shape[1]).bool()
                p, q = F.log_softmax(teacher / TEMPERATURE, 1), F.log_softmax(student / TEMPERATURE, 1)
                p_label, q_label = p[label], q[label]
                p_other = p.masked_fill(label, -torch.inf).logsumexp(1)
                q_other = q.masked_fill(label, -torch.inf).logsumexp(1)
                target = p_label.exp() * (p_label - q_label) + p_other.exp() * (p_other - q_other)
                p_rest = F.log_softmax(teacher[~label].view(len(labels), -1) / TEMPERATURE, 1)
                q_rest = F.log_softmax(student[~label].view(len(labels), -1) / TEMPERATURE, 1)
                others = (p_rest.exp() * (p_rest - q_rest)).sum(1)
                warm = %s
                soft = TEMPERATURE**2 * (%s * target.mean() + %s * others.mean())
                return SOFT_WEIGHT * warm * soft + HARD_WEIGHT * hard
            """;

    private static final String LOGITS = """
                \"""Half the squared distance of the logits, a mean over the batch.\"""
                difference = student - teacher
            %s    soft = 0.5 * (difference**2).sum() / len(labels)
                return SOFT_WEIGHT * soft + HARD_WEIGHT * hard
            """;

    private static final String CENTRED = "    difference = difference - difference.mean(1, keepdim=True)\n";

    private PyTorchLosses() {}

    /** {@code distillation(student, teacher, labels, hard, epoch)}, logits in rows; {@code hard} is the loss against the labels. */
    static String of(Method method) {
        String body;
        if (method instanceof Decoupled decoupled) {
            body = DECOUPLED.formatted(
                    decoupled.warmUpEpochs() == 0 ? "1" : "min(1, epoch / %d)".formatted(decoupled.warmUpEpochs()),
                    NumberRange.readable(decoupled.targetWeight()),
                    NumberRange.readable(decoupled.nonTargetWeight()));
        } else if (method instanceof LogitMatching matching) {
            body = LOGITS.formatted(matching.centred() ? CENTRED : "");
        } else if (method instanceof LabelsOnly) {
            body = "    return hard\n";
        } else {
            body = HINTON;
        }
        return "\n\ndef distillation(student, teacher, labels, hard, epoch):\n" + body;
    }
}
