package distillery.lab.loss;

import distillery.data.Csv;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.Softmax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A moment of the Loss screen as a table for a calculation by hand: one line for each number, with its symbol, its
 * class, the formula it follows, its value on screen and its true value. Numbers stand there in full, and each column
 * can be worked out from its own upper lines; where a mistake is in a line, its value does not follow its formula.
 */
final class LossCsv {
    private final Csv csv;
    private final LossReading reading;
    private final boolean hinton;

    private LossCsv(Appendable out, LossReading reading) {
        csv = new Csv(out);
        this.reading = reading;
        this.hinton = reading.settings().kind() == LossKind.HINTON;
    }

    static void write(Appendable out, LossReading reading) throws IOException {
        LossCsv table = new LossCsv(out, reading);
        table.line("symbol", "class", "formula", "value", "without mistakes");
        table.settings();
        table.teacher();
        table.student();
        table.split();
        table.losses();
        table.gradients();
        table.bounds();
    }

    private void settings() throws IOException {
        number("T", "temperature", numbers -> reading.temperature());
        number("w_s", "weight of T^2 * soft", numbers -> reading.softWeight());
        number("w_h", "weight of hard = 1 - w_s", numbers -> reading.hardWeight());
        number("N", "number of classes", numbers -> reading.example().size());
        List<Double> label =
                new ArrayList<>(Collections.nCopies(reading.example().size(), 0.0));
        label.set(reading.example().trueClass(), 1.0);
        classes("y", "1 for the true class, else 0", numbers -> label);
    }

    private void teacher() throws IOException {
        List<Double> logits = LossNumbers.list(reading.example().logits(TeacherOrStudent.TEACHER));
        classes("v", "logits of the teacher", numbers -> logits);
        classes("(v - max(v)) / T", "as it says", numbers -> gaps(logits, reading.temperature()));
        classes("exp((v - max(v)) / T)", "as it says", numbers -> powers(logits, reading.temperature()));
        number("sum for p", "sum of the line above", numbers -> sum(powers(logits, reading.temperature())));
        classes("p", "exp((v - max(v)) / T) / sum", LossNumbers::teacher);
    }

    private void student() throws IOException {
        classes("z", "logits of the student", LossNumbers::logits);
        number("T_q", "temperature of the student = T", LossNumbers::studentTemperature);
        classes("(z - max(z)) / T_q", "as it says", LossCsv::gaps);
        classes("exp((z - max(z)) / T_q)", "as it says", LossCsv::powers);
        number("sum for q", "sum of the line above", numbers -> sum(powers(numbers)));
        classes("q", "exp((z - max(z)) / T_q) / sum", LossNumbers::student);
        classes("q_1", "q at T = 1", numbers -> LossNumbers.list(Softmax.probabilities(array(numbers.logits()), 1)));
        classes("prediction", "q_1: predictions are made at T = 1", LossNumbers::prediction);
    }

    private void split() throws IOException {
        classes("ledger", "p * (log(p) - log(q))", LossNumbers::ledger);
        number("1 - p_t", "t is the true class", numbers -> reading.doubt());
        truth("TCKD", "KL of (p_t, 1 - p_t) and (q_t, 1 - q_t)", reading.target());
        truth("NCKD", "KL among the other classes, each side divided by its 1 - p_t", reading.nonTarget());
    }

    private void losses() throws IOException {
        if (!hinton) {
            number("w_t", "TCKD weight: alpha of the paper", numbers -> reading.settings()
                    .targetWeight());
            number("w_n", "NCKD weight: beta of the paper", numbers -> reading.settings()
                    .nonTargetWeight());
        }
        number(
                "soft",
                hinton ? "KL = sum of ledger = TCKD + (1 - p_t) * NCKD" : "w_t * TCKD + w_n * NCKD",
                LossNumbers::soft);
        number("T^2 * soft", "as it says", LossNumbers::scaled);
        number("hard", "minus log(q_1) of the true class", LossNumbers::hard);
        number("w_s * T^2 * soft", "as it says", numbers -> reading.softWeight() * numbers.scaled());
        number("w_h * hard", "as it says", numbers -> reading.hardWeight() * numbers.hard());
        number("total", "w_s * T^2 * soft + w_h * hard", LossNumbers::total);
    }

    private void gradients() throws IOException {
        classes("d soft / dz", hinton ? "(q - p) / T_q" : "slope of soft", LossNumbers::rawGradient);
        number("|d soft / dz|", "root of the sum of squares", numbers -> length(numbers.rawGradient()));
        classes(
                "d (T^2 * soft) / dz",
                hinton ? "T^2 * d soft / dz = T * (q - p)" : "T^2 * d soft / dz",
                LossNumbers::softGradient);
        number("|d (T^2 * soft) / dz|", "root of the sum of squares", numbers -> length(numbers.softGradient()));
        classes("d hard / dz", "q_1 - y", LossNumbers::hardGradient);
        classes("d total / dz", "w_s * d (T^2 * soft) / dz + w_h * d hard / dz", LossNumbers::gradient);
        classes("d total / dv", "0: the teacher is a constant", LossNumbers::teacherGradient);
    }

    private void bounds() throws IOException {
        number("H(p)", "minus sum(p * log(p))", numbers -> reading.teacherEntropy());
        truth("CE(p,q)", "minus sum(p * log(q)) = H(p) + KL", reading.softCrossEntropy());
        truth("limit", "((z - mean(z)) - (v - mean(v))) / N: d (T^2 * KL) / dz as T grows", reading.limit());
        truth("distance to limit", "|T * (q - p) - limit| / |limit|", reading.limitError());
    }

    private static List<Double> gaps(LossNumbers numbers) {
        return gaps(numbers.logits(), numbers.studentTemperature());
    }

    private static List<Double> powers(LossNumbers numbers) {
        return powers(numbers.logits(), numbers.studentTemperature());
    }

    private static List<Double> gaps(List<Double> logits, double temperature) {
        double largest = Collections.max(logits);
        return logits.stream()
                .map(logit -> logit == largest ? 0 : (logit - largest) / temperature)
                .toList();
    }

    private static List<Double> powers(List<Double> logits, double temperature) {
        return gaps(logits, temperature).stream().map(Math::exp).toList();
    }

    private static double sum(List<Double> values) {
        return DoubleStream.of(array(values)).sum();
    }

    private static double length(List<Double> values) {
        return Math.sqrt(
                DoubleStream.of(array(values)).map(value -> value * value).sum());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    /** One line for each class, on screen and in truth. */
    private void classes(String symbol, String formula, Function<LossNumbers, List<Double>> values) throws IOException {
        List<Double> shown = values.apply(reading.shown());
        List<Double> truth = values.apply(reading.truth());
        for (int i = 0; i < truth.size(); i++) {
            line(symbol, className(i), formula, shown.get(i), truth.get(i));
        }
    }

    private void number(String symbol, String formula, ToDoubleFunction<LossNumbers> value) throws IOException {
        line(symbol, "", formula, value.applyAsDouble(reading.shown()), value.applyAsDouble(reading.truth()));
    }

    /** A number that nobody works out for a program with mistakes: its place is empty then. */
    private void truth(String symbol, String formula, double value) throws IOException {
        line(symbol, "", formula, reading.hasMistakes() ? "" : value, value);
    }

    private void truth(String symbol, String formula, List<Double> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            line(symbol, className(i), formula, reading.hasMistakes() ? "" : values.get(i), values.get(i));
        }
    }

    private String className(int index) {
        return reading.example().classes().get(index).name();
    }

    private void line(Object... fields) throws IOException {
        csv.row(fields);
    }
}
