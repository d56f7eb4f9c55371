package distillery.lab.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Fault;
import distillery.lab.example.ExampleKind;
import distillery.lab.explore.ExploreModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the Loss screen, worked out once more from its own lines, as a reader would with a spreadsheet. */
class LossCsvTest {
    private static final String SHOWN = "value";
    private static final String TRUE = "without mistakes";

    /** What no other line leads to. */
    private static final Set<String> GIVEN = Set.of("T", "w_s", "N", "y", "v", "z", "w_t", "w_n");

    /** What is known of the right calculation alone. */
    private static final Set<String> ONLY_TRUE = Set.of("TCKD", "NCKD", "CE(p,q)", "limit", "distance to limit");

    @TempDir
    Path folder;

    private final ExploreModel explore = new ExploreModel();
    private final LossModel model =
            new LossModel(explore, new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), new Messages());

    /** The lines above the one that is worked out, each symbol with a number for every class, or with one. */
    private static final class Above {
        private final Map<String, double[]> lines = new HashMap<>();

        double[] all(String symbol) {
            double[] numbers = lines.get(symbol);
            assertNotNull(numbers, symbol + " stands below");
            return numbers;
        }

        double one(String symbol) {
            return all(symbol)[0];
        }

        double at(String symbol, int index) {
            return all(symbol)[index];
        }

        double[] each(IntToDoubleFunction number) {
            return IntStream.range(0, all("y").length).mapToDouble(number).toArray();
        }

        double sum(IntToDoubleFunction number) {
            return Arrays.stream(each(number)).sum();
        }

        double mean(String symbol) {
            return Arrays.stream(all(symbol)).average().orElseThrow();
        }

        double length(String symbol) {
            return Math.sqrt(Arrays.stream(all(symbol)).map(x -> x * x).sum());
        }

        int label() {
            return (int) Math.round(sum(i -> i * at("y", i)));
        }

        double gap(String logits, int i) {
            return at(logits, i) - Arrays.stream(all(logits)).max().orElseThrow();
        }

        double[] softmax(double temperature) {
            double mass = sum(i -> Math.exp(gap("z", i) / temperature));
            return each(i -> Math.exp(gap("z", i) / temperature) / mass);
        }

        /** KL of two shares and what they leave. */
        double binary(double p, double q) {
            return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
        }

        double nckd() {
            double p = at("p", label());
            double q = at("q", label());
            return sum(i ->
                    i == label() ? 0 : at("p", i) / (1 - p) * Math.log(at("p", i) / (1 - p) / (at("q", i) / (1 - q))));
        }

        /** A slope along what the net hands over as a slope along what was in front of its softmax. */
        double[] throughSoftmax(double[] slope) {
            double mean = sum(j -> at("z", j) * slope[j]);
            return each(i -> at("z", i) * (slope[i] - mean));
        }
    }

    private static double[] of(double number) {
        return new double[] {number};
    }

    /** The formulas of the right calculation, by symbol. */
    private static Map<String, Function<Above, double[]>> formulas(LossKind kind) {
        Map<String, Function<Above, double[]>> f = new HashMap<>();
        f.put("w_h", x -> of(1 - x.one("w_s")));
        f.put("(v - max(v)) / T", x -> x.each(i -> x.gap("v", i) / x.one("T")));
        f.put("exp((v - max(v)) / T)", x -> x.each(i -> Math.exp(x.at("(v - max(v)) / T", i))));
        f.put("sum for p", x -> of(Arrays.stream(x.all("exp((v - max(v)) / T)")).sum()));
        f.put("p", x -> x.each(i -> x.at("exp((v - max(v)) / T)", i) / x.one("sum for p")));
        f.put("T_q", x -> of(x.one("T")));
        f.put("(z - max(z)) / T_q", x -> x.each(i -> x.gap("z", i) / x.one("T_q")));
        f.put("exp((z - max(z)) / T_q)", x -> x.each(i -> Math.exp(x.at("(z - max(z)) / T_q", i))));
        f.put(
                "sum for q",
                x -> of(Arrays.stream(x.all("exp((z - max(z)) / T_q)")).sum()));
        f.put("q", x -> x.each(i -> x.at("exp((z - max(z)) / T_q)", i) / x.one("sum for q")));
        f.put("q_1", x -> x.softmax(1));
        f.put("prediction", x -> x.all("q_1"));
        f.put("ledger", x -> x.each(i -> x.at("p", i) * Math.log(x.at("p", i) / x.at("q", i))));
        f.put("1 - p_t", x -> of(1 - x.at("p", x.label())));
        f.put("TCKD", x -> of(x.binary(x.at("p", x.label()), x.at("q", x.label()))));
        f.put("NCKD", x -> of(x.nckd()));
        f.put("soft", x -> of(Arrays.stream(x.all("ledger")).sum()));
        f.put("T^2 * soft", x -> of(x.one("T") * x.one("T") * x.one("soft")));
        f.put("hard", x -> of(-Math.log(x.at("q_1", x.label()))));
        f.put("w_s * T^2 * soft", x -> of(x.one("w_s") * x.one("T^2 * soft")));
        f.put("w_h * hard", x -> of(x.one("w_h") * x.one("hard")));
        f.put("total", x -> of(x.one("w_s * T^2 * soft") + x.one("w_h * hard")));
        f.put("d soft / dz", x -> x.each(i -> (x.at("q", i) - x.at("p", i)) / x.one("T_q")));
        f.put("|d soft / dz|", x -> of(x.length("d soft / dz")));
        f.put("d (T^2 * soft) / dz", x -> x.each(i -> x.one("T") * x.one("T") * x.at("d soft / dz", i)));
        f.put("|d (T^2 * soft) / dz|", x -> of(x.length("d (T^2 * soft) / dz")));
        f.put("d hard / dz", x -> x.each(i -> x.at("q_1", i) - x.at("y", i)));
        f.put(
                "d total / dz",
                x -> x.each(
                        i -> x.one("w_s") * x.at("d (T^2 * soft) / dz", i) + x.one("w_h") * x.at("d hard / dz", i)));
        f.put("d total / dv", x -> x.each(i -> 0));
        f.put("H(p)", x -> of(-x.sum(i -> x.at("p", i) * Math.log(x.at("p", i)))));
        f.put("CE(p,q)", x -> of(-x.sum(i -> x.at("p", i) * Math.log(x.at("q", i)))));
        f.put("limit", x -> x.each(i -> (x.at("z", i) - x.mean("z") - x.at("v", i) + x.mean("v")) / x.one("N")));
        f.put(
                "distance to limit",
                x -> of(Math.sqrt(x.sum(i -> {
                            double apart = x.one("T") * (x.at("q", i) - x.at("p", i)) - x.at("limit", i);
                            return apart * apart;
                        }))
                        / x.length("limit")));
        if (kind == LossKind.DECOUPLED) {
            f.put("soft", x -> of(x.one("w_t") * x.one("TCKD") + x.one("w_n") * x.one("NCKD")));
            f.put("d soft / dz", x -> decoupledSlope(x));
        }
        return f;
    }

    private static double[] decoupledSlope(Above x) {
        double p = x.at("p", x.label());
        double q = x.at("q", x.label());
        double target = x.one("w_t") * (q - p);
        return x.each(i -> i == x.label()
                ? target / x.one("T")
                : (x.one("w_n") * (x.at("q", i) / (1 - q) - x.at("p", i) / (1 - p)) - target * x.at("q", i) / (1 - q))
                        / x.one("T"));
    }

    /** The lines that a mistake spoils, with what it makes of them. */
    private static Map<String, Function<Above, double[]>> spoiled(Fault fault) {
        Function<Above, double[]> raw = x -> x.each(i -> (x.at("q", i) - x.at("p", i)) / x.one("T"));
        return switch (fault) {
            case NO_T2 -> Map.of("T^2 * soft", x -> x.all("soft"), "d (T^2 * soft) / dz", x -> x.all("d soft / dz"));
            case MEAN_OVER_CLASSES ->
                Map.of(
                        "soft",
                        x -> of(Arrays.stream(x.all("ledger")).sum() / x.one("N")),
                        "d soft / dz",
                        x -> x.each(i -> raw.apply(x)[i] / x.one("N")));
            case STUDENT_AT_ONE -> Map.of("T_q", x -> of(1));
            case SWAPPED ->
                Map.of(
                        "ledger",
                        x -> x.each(i -> x.at("q", i) * Math.log(x.at("q", i) / x.at("p", i))),
                        "d soft / dz",
                        x -> x.each(i ->
                                x.at("q", i) * (Math.log(x.at("q", i) / x.at("p", i)) - x.one("soft")) / x.one("T")));
            case SOFTMAX_TWICE ->
                Map.of(
                        "d soft / dz",
                        x -> x.throughSoftmax(raw.apply(x)),
                        "d hard / dz",
                        x -> x.throughSoftmax(x.each(i -> x.at("q_1", i) - x.at("y", i))));
            case T_KEPT_AT_INFERENCE -> Map.of("prediction", x -> x.softmax(x.one("T")));
            case TEACHER_UNFROZEN ->
                Map.of(
                        "d total / dv",
                        x -> x.each(i -> x.one("w_s")
                                * x.one("T")
                                * x.at("p", i)
                                * (Math.log(x.at("p", i) / x.at("q", i)) - x.one("soft"))));
        };
    }

    private void assertFollows(Map<String, Function<Above, double[]>> formulas, String column) throws IOException {
        Above above = new Above();
        for (Map.Entry<String, List<CSVRecord>> line : lines().entrySet()) {
            String symbol = line.getKey();
            String where = symbol + " of " + column + " at " + model.snapshot();
            if (line.getValue().get(0).get(column).isEmpty()) {
                assertTrue(column.equals(SHOWN) && ONLY_TRUE.contains(symbol), where);
                continue;
            }
            double[] numbers = line.getValue().stream()
                    .mapToDouble(record -> Double.parseDouble(record.get(column)))
                    .toArray();
            if (!GIVEN.contains(symbol)) {
                assertNotNull(formulas.get(symbol), where);
                assertArrayEquals(formulas.get(symbol).apply(above), numbers, 1e-9, where);
            }
            above.lines.put(symbol, numbers);
        }
    }

    /** The lines of each symbol, class by class, from top to bottom. */
    private Map<String, List<CSVRecord>> lines() throws IOException {
        Path file = folder.resolve("loss.csv");
        model.save(Agreed.replacing(file));
        Map<String, List<CSVRecord>> lines = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file).substring(1), format)) {
            for (CSVRecord record : parser) {
                assertFalse(record.get("formula").isBlank());
                lines.computeIfAbsent(record.get("symbol"), symbol -> new ArrayList<>())
                        .add(record);
            }
        }
        return lines;
    }

    private void eachSetting(Check check) throws IOException {
        for (ExampleKind kind : List.of(ExampleKind.HORSE_DONKEY_CAR, ExampleKind.CONFIDENTLY_WRONG)) {
            explore.choose(kind);
            for (double temperature : new double[] {0.7, 4, 20}) {
                explore.temperatureProperty().set(temperature);
                check.run();
            }
        }
    }

    private interface Check {
        void run() throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void withoutMistakesEveryLineFollowsFromThoseAbove(LossKind kind) throws IOException {
        model.kindProperty().set(kind);
        eachSetting(() -> {
            assertFollows(formulas(kind), SHOWN);
            assertFollows(formulas(kind), TRUE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeSpoilsItsLinesAndTheRestFollowsInItsOwnColumn(Fault fault) throws IOException {
        model.faults().add(fault);
        Map<String, Function<Above, double[]>> shown = formulas(LossKind.HINTON);
        shown.putAll(spoiled(fault));
        eachSetting(() -> {
            assertFollows(shown, SHOWN);
            assertFollows(formulas(LossKind.HINTON), TRUE);
        });
    }

    @Test
    void whatIsKnownOfTheRightCalculationAloneHasNoValueBesideMistakes() throws IOException {
        assertEquals(Set.of(), empty());
        model.faults().add(Fault.SWAPPED);
        assertEquals(ONLY_TRUE, empty());
        explore.temperatureProperty().set(0);
        assertEquals(Set.of(), empty(), "no mistake counts at a limit");
    }

    private Set<String> empty() throws IOException {
        Map<String, List<CSVRecord>> lines = lines();
        lines.values().removeIf(records -> records.stream()
                .noneMatch(record -> record.get(SHOWN).isEmpty()));
        return lines.keySet();
    }

    @Test
    void itHoldsTheNumbersOfTheScreen() throws IOException {
        model.faults().add(Fault.NO_T2);
        CSVRecord scaled = lines().getOrDefault("T^2 * soft", List.of()).get(0);
        assertEquals(model.reading().shown().scaled(), Double.parseDouble(scaled.get(SHOWN)));
        assertEquals(model.reading().truth().scaled(), Double.parseDouble(scaled.get(TRUE)));
    }
}
