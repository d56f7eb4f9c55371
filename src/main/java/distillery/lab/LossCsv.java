package distillery.lab;

import distillery.loss.Softmax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVFormat;

/**
 * A moment of the Loss screen as a table for a calculation by hand: one line for each number, with its symbol, its
 * class, the formula it follows, its value on screen and its true value. Numbers stand there in full.
 */
final class LossCsv {
    private final Appendable out;
    private final LossReading reading;

    private LossCsv(Appendable out, LossReading reading) {
        this.out = out;
        this.reading = reading;
    }

    static void write(Appendable out, LossReading reading) throws IOException {
        LossCsv table = new LossCsv(out, reading);
        table.line("symbol", "class", "formula", "value", "without mistakes");
        table.settings();
        table.softmaxes();
        table.losses();
        table.gradients();
        table.more();
    }

    private void settings() throws IOException {
        number("T", "temperature", reading.temperature());
        number("w_s", "weight of T^2 * soft", reading.softWeight());
        number("w_h", "weight of hard = 1 - w_s", reading.hardWeight());
        number("N", "number of classes", reading.example().size());
        List<Double> label =
                new ArrayList<>(Collections.nCopies(reading.example().size(), 0.0));
        label.set(reading.example().trueClass(), 1.0);
        classes("y", "1 for the true class, else 0", label);
    }

    private void softmaxes() throws IOException {
        softmax("v", "p", "teacher", reading.example().logits(Side.TEACHER));
        classes(
                "p",
                "exp((v - max(v)) / T) / sum",
                reading.shown().teacher(),
                reading.truth().teacher());
        softmax("z", "q", "student", reading.example().logits(Side.STUDENT));
        classes(
                "q",
                "exp((z - max(z)) / T) / sum",
                reading.shown().student(),
                reading.truth().student());
        List<Double> atOne =
                LossNumbers.list(Softmax.probabilities(reading.example().logits(Side.STUDENT), 1));
        classes("q_1", "q at T = 1", atOne);
        classes(
                "prediction",
                "q_1: predictions are made at T = 1",
                reading.shown().prediction(),
                reading.truth().prediction());
    }

    private void softmax(String logit, String probability, String who, double[] logits) throws IOException {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double[] gaps = Arrays.stream(logits)
                .map(value -> value == largest ? 0 : (value - largest) / reading.temperature())
                .toArray();
        classes(logit, "logits of the " + who, LossNumbers.list(logits));
        classes("(%s - max(%s)) / T".formatted(logit, logit), "as it says", LossNumbers.list(gaps));
        double[] powers = DoubleStream.of(gaps).map(Math::exp).toArray();
        classes("exp((%s - max(%s)) / T)".formatted(logit, logit), "as it says", LossNumbers.list(powers));
        number(
                "sum for " + probability,
                "sum of the line above",
                DoubleStream.of(powers).sum());
    }

    private void losses() throws IOException {
        LossNumbers shown = reading.shown();
        LossNumbers truth = reading.truth();
        boolean hinton = reading.settings().kind() == LossKind.HINTON;
        classes("ledger", "p * (log(p) - log(q))", shown.ledger(), truth.ledger());
        if (!hinton) {
            number("alpha", "weight of TCKD", reading.settings().targetWeight());
            number("beta", "weight of NCKD", reading.settings().nonTargetWeight());
        }
        number("soft", hinton ? "KL = sum of ledger" : "alpha * TCKD + beta * NCKD", shown.soft(), truth.soft());
        number("T^2 * soft", "as it says", shown.scaled(), truth.scaled());
        number("hard", "-log(q_1) of the true class", shown.hard(), truth.hard());
        number("total", "w_s * T^2 * soft + w_h * hard", shown.total(), truth.total());
    }

    private void gradients() throws IOException {
        LossNumbers shown = reading.shown();
        LossNumbers truth = reading.truth();
        boolean hinton = reading.settings().kind() == LossKind.HINTON;
        classes("d soft / dz", hinton ? "(q - p) / T" : "of soft", shown.rawGradient(), truth.rawGradient());
        classes(
                "d (T^2 * soft) / dz",
                hinton ? "T * (q - p)" : "T^2 * d soft / dz",
                shown.softGradient(),
                truth.softGradient());
        classes("d hard / dz", "q_1 - y", shown.hardGradient(), truth.hardGradient());
        classes("d total / dz", "w_s * d (T^2 * soft) / dz + w_h * d hard / dz", shown.gradient(), truth.gradient());
        classes("d total / dv", "0: the teacher is a constant", shown.teacherGradient(), truth.teacherGradient());
    }

    private void more() throws IOException {
        number("H(p)", "-sum(p * log(p))", reading.teacherEntropy());
        number("CE(p,q)", "-sum(p * log(q)) = H(p) + KL", reading.softCrossEntropy());
        number("TCKD", "KL of (p_t, 1 - p_t) and (q_t, 1 - q_t), t the true class", reading.target());
        number("NCKD", "KL among the other classes, each side divided by its 1 - p_t", reading.nonTarget());
        number("1 - p_t", "KL = TCKD + (1 - p_t) * NCKD", reading.doubt());
        classes("limit", "((z - mean(z)) - (v - mean(v))) / N: d (T^2 * KL) / dz as T grows", reading.limit());
        number("distance to limit", "|T * (q - p) - limit| / |limit|", reading.limitError());
    }

    private void classes(String symbol, String formula, List<Double> values) throws IOException {
        classes(symbol, formula, values, values);
    }

    private void classes(String symbol, String formula, List<Double> shown, List<Double> truth) throws IOException {
        for (int i = 0; i < shown.size(); i++) {
            line(symbol, reading.example().classes().get(i).name(), formula, shown.get(i), truth.get(i));
        }
    }

    private void number(String symbol, String formula, double value) throws IOException {
        number(symbol, formula, value, value);
    }

    private void number(String symbol, String formula, double shown, double truth) throws IOException {
        line(symbol, "", formula, shown, truth);
    }

    private void line(Object... fields) throws IOException {
        out.append(CSVFormat.DEFAULT.format(fields)).append('\n');
    }
}
