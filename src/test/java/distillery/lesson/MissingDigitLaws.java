package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.net.Engine;
import distillery.train.AskedNet;
import distillery.train.IncludedNets;
import distillery.train.MaterialsCache;
import distillery.train.MeanSoftLabels;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.view.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the lesson on the missing digit prints: what the included teacher says, and what training came to. */
final class MissingDigitLaws {
    /** The test digit that the lesson begins with. */
    private static final int DIGIT = 1239;

    private static @Nullable MissingDigitLaws known;

    private final Samples test;
    private final double[] logits;
    private final List<Law> laws = new ArrayList<>();

    private MissingDigitLaws() throws Problem {
        Engine.start();
        test = new MaterialsCache()
                .materials(Preset.MISSING_THREE.settings(), ProgressMonitor.none())
                .data()
                .test();
        AskedNet teacher = AskedNet.of(IncludedNets.DENSE.teacher());
        int classes = test.classes();
        logits = new double[test.count() * classes];
        float[] picture = new float[test.features()];
        for (int i = 0; i < test.count(); i++) {
            test.copyInto(picture, 0, i, 0, 0);
            System.arraycopy(teacher.logits(picture), 0, logits, i * classes, classes);
        }
        oneDigit();
        allDigits();
        missingThree();
        onlySevenAndEight();
    }

    static List<Law> laws() {
        return once().laws;
    }

    private static synchronized MissingDigitLaws once() {
        try {
            MissingDigitLaws found = known == null ? new MissingDigitLaws() : known;
            known = found;
            return found;
        } catch (Problem broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the included teacher gives all wrong digits together, for each test digit of these labels. */
    static DoubleStream doubts(double temperature, IntPredicate labels) {
        MissingDigitLaws found = once();
        int classes = found.test.classes();
        return IntStream.range(0, found.test.count())
                .filter(i -> labels.test(found.test.label(i)))
                .mapToDouble(i -> {
                    double[] row = Arrays.copyOfRange(found.logits, i * classes, (i + 1) * classes);
                    return 1 - Softmax.probabilities(row, temperature)[found.test.label(i)];
                });
    }

    private void law(String printed, String because, DoubleSupplier value) {
        laws.add(new Law(printed, because, value));
    }

    /** What the teacher gives the digit of this place in its own order, the largest share first. */
    private double share(int place, double temperature) {
        return shares(temperature)[ranked(place)];
    }

    private int ranked(int place) {
        double[] shares = shares(8);
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted((a, b) -> Double.compare(shares[b], shares[a]))
                .toList()
                .get(place);
    }

    private double[] shares(double temperature) {
        int classes = test.classes();
        return Softmax.probabilities(Arrays.copyOfRange(logits, DIGIT * classes, (DIGIT + 1) * classes), temperature);
    }

    private void oneDigit() {
        law("3", "its label", () -> test.label(DIGIT));
        law("3", "what the teacher takes it for", () -> ranked(0));
        law("5", "what comes second", () -> ranked(1));
        law("9", "what comes third", () -> ranked(2));
        law("98.9%", "the 3 at T = 1", () -> share(0, 1));
        law("1.1%", "the 5 at T = 1", () -> share(1, 1));
        law("49.8%", "the 3 at T = 8", () -> share(0, 8));
        law("28.4%", "the 5 at T = 8", () -> share(1, 8));
        law("6.8%", "the 9 at T = 8", () -> share(2, 8));
        law("8", "the mark that the temperature is raised to", () -> Scale.TEMPERATURE.jumped(8 - 1e-9, 1));
    }

    private void allDigits() {
        int[] labels = IntStream.range(0, test.count()).map(test::label).toArray();
        MeanSoftLabels means = MeanSoftLabels.of(logits, labels, test.classes(), 8);
        law("0.1", "the smoothing of the control", () -> Preset.MISSING_THREE
                .settings()
                .smoothing());
        law(
                "1%",
                "what it gives each wrong digit",
                () -> MeanSoftLabels.smoothed(10, 0.1).share(7, 6));
        law("7", "the row of the sevens", () -> 7);
        law("9", "what gets most in it", () -> extreme(means, 7, 1));
        law("6", "what gets least in it", () -> extreme(means, 7, -1));
        law("10.5%", "the 9 in it", () -> means.share(7, 9));
        law("8.9%", "the 3 in it", () -> means.share(7, 3));
        law("1.4%", "the 6 in it", () -> means.share(7, 6));
        law("4", "the row of the fours", () -> 4);
        law("9", "what gets most in it", () -> extreme(means, 4, 1));
        law("9.1%", "the 9 in it", () -> means.share(4, 9));
    }

    /** The wrong class with the largest share of a row, or with −1 the smallest. */
    private static int extreme(MeanSoftLabels means, int label, int sign) {
        return IntStream.range(0, means.classes())
                .filter(each -> each != label)
                .boxed()
                .max((a, b) -> Double.compare(sign * means.share(label, a), sign * means.share(label, b)))
                .orElseThrow();
    }

    private void missingThree() {
        int threes = Math.toIntExact(
                IntStream.range(0, test.count()).filter(i -> test.label(i) == 3).count());
        Preset preset = Preset.MISSING_THREE;
        law("20000", "what the students get", () -> preset.settings().images());
        law("10000", "the test digits", test::count);
        law("1010", "threes among them", () -> threes);
        law("89.9%", "who misses all of them and nothing else", () -> 1 - (double) threes / test.count());
        law("1", "the first seed", () -> record(preset).at("/seeds/0/seed").asInt());
        law("5", "the last one", () -> record(preset).get("seeds").size());
        law("590", "threes that the distilled student knows", () -> threes - mean(preset, "before", "ofOmitted"));
        law("629", "its errors", () -> mean(preset, "before", "all"));
        law("420", "those on threes", () -> mean(preset, "before", "ofOmitted"));
        law("375", "its errors with the bias put right", () -> mean(preset, "after", "all"));
        law("95", "those on threes", () -> mean(preset, "after", "ofOmitted"));
        law("2015", "the year of the paper", () -> 2015);
        law("206", "its student's errors (section 3)", () -> 206);
        law("133", "those on threes", () -> 133);
        law("109", "with the bias put right", () -> 109);
        law("14", "those on threes", () -> 14);
    }

    private void onlySevenAndEight() {
        Preset preset = Preset.ONLY_SEVEN_AND_EIGHT;
        law("10000", "what the students get", () -> preset.settings().images());
        law("4685", "the distilled student's errors", () -> mean(preset, "before", "all"));
        law("1829", "with the bias put right", () -> mean(preset, "after", "all"));
        law("47.3%", "the paper's (section 3)", () -> 0.473);
        law("13.2%", "with the bias put right", () -> 0.132);
    }

    private static JsonNode record(Preset preset) {
        return Measured.record(preset);
    }

    /** Errors of the distilled student over the recorded seeds. */
    static double mean(Preset preset, String when, String which) {
        return StreamSupport.stream(record(preset).get("bias").spliterator(), false)
                .filter(effect -> effect.get("arm").asText().equals("distilled"))
                .mapToInt(effect -> effect.get(when).get(which).asInt())
                .average()
                .orElseThrow();
    }
}
