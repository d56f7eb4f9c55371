package distillery.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.loss.GradientCheck;
import distillery.loss.LogitLoss;
import distillery.loss.ReferenceLoss;
import distillery.loss.SquaredError;
import distillery.loss.WeightedLoss;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses of code bases, and logits as they are or centred, in the step of a student. */
class CodeBaseTest {
    private static final double[] STUDENT = GradientCheck.logits(1, 50);
    private static final double[] TEACHER = GradientCheck.logits(2, 50);
    private static final int[] LABELS = GradientCheck.labels(3, 5, 10);

    /** What the reference implementation has for a code base, by the name of its case. */
    private static final Map<String, ReferenceLoss> GOLDEN = Map.of(
            "labml_mean_no_T2", ReferenceLoss.LABML,
            "peterliht_mean_T2", ReferenceLoss.PETERLIHT,
            "repdistiller_sum_div_batch_T2", ReferenceLoss.REPDISTILLER,
            "mdistiller_T2", ReferenceLoss.MDISTILLER,
            "seed2_soft_only_T5", ReferenceLoss.SOFT_ONLY,
            "pytorch_tutorial_soft_ce_T2", ReferenceLoss.PYTORCH_TUTORIAL,
            "textbrewer_ce_no_T2", ReferenceLoss.TEXTBREWER_CE,
            "seed4_text_unweighted_sum", ReferenceLoss.UNWEIGHTED_SUM,
            "hinton_speech_soft_plus_half_hard", ReferenceLoss.HINTON_SPEECH);

    private static StepContext context(
            double temperature, double[] student, double[] teacher, int[] labels, int classes) {
        LiveHyperparameters knobs = new LiveHyperparameters(temperature, 0.3, 0.7);
        return new StepContext(
                knobs, 1, classes, labels, student, List.of(teacher), tap -> new double[0], tap -> new double[0]);
    }

    private static Gradients step(Method method, double temperature, double[] student) {
        return ((LogitMethod) method).step(context(temperature, student, TEACHER, LABELS, 10));
    }

    @Test
    void theStepIsTheReferencesAtTheTemperatureOfTheCode() throws IOException {
        for (Map.Entry<String, ReferenceLoss> each : GOLDEN.entrySet()) {
            JsonNode golden = golden("kd_weighted/" + each.getKey());
            double[] student = numbers(golden.at("/inputs/logits_student"));
            int[] labels = StreamSupport.stream(golden.at("/inputs/labels").spliterator(), false)
                    .mapToInt(JsonNode::intValue)
                    .toArray();
            int classes = student.length / labels.length;
            double[] teacher = numbers(golden.at("/inputs/logits_teacher"));
            CodeBase code = new CodeBase(each.getValue());
            double temperature = golden.at("/params/temperature").doubleValue();
            assertEquals(code.reference().loss().temperature(), temperature, each.getKey());
            Gradients found = code.step(context(temperature, student, teacher, labels, classes));
            assertEquals(golden.at("/expected/loss").doubleValue(), found.loss(), 1e-8 * found.loss(), each.getKey());
            assertArrayEquals(numbers(golden.at("/expected/grad_logits_student")), found.logits(), 1e-8);
            assertEquals(
                    golden.at("/expected/effective_weight_on_T2_kl_batchmean").doubleValue(),
                    code.at(new LiveHyperparameters(temperature, 0, 0)).effectiveSoftWeight(labels.length, classes),
                    1e-12);
        }
    }

    private static JsonNode golden(String id) throws IOException {
        try (InputStream in = CodeBaseTest.class.getResourceAsStream("/golden/golden_public.json")) {
            JsonNode cases =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
            Optional<JsonNode> found = StreamSupport.stream(cases.spliterator(), false)
                    .filter(each -> each.get("id").asText().equals(id))
                    .findFirst();
            return found.orElseThrow();
        }
    }

    private static double[] numbers(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlopeAtAnyTemperature(ReferenceLoss reference) {
        CodeBase code = new CodeBase(reference);
        GradientCheck.assertSlope(
                z -> step(code, 3, z).loss(), STUDENT, step(code, 3, STUDENT).logits());
    }

    /** The temperature is the slider's, the weights are the code's own. */
    @Test
    void labmlsBalanceMovesWithTheTemperature() {
        WeightedLoss warm = new CodeBase(ReferenceLoss.LABML).at(new LiveHyperparameters(5, 0.3, 0.7));
        WeightedLoss hot = new CodeBase(ReferenceLoss.LABML).at(new LiveHyperparameters(10, 0.3, 0.7));
        assertEquals(0.4, warm.effectiveSoftWeight(64, 10), 1e-12);
        assertEquals(0.1, hot.effectiveSoftWeight(64, 10), 1e-12);
        assertEquals(0.5, hot.hardWeight());
    }

    @Test
    void logitsAreMatchedRawUnlessTheyAreCentred() {
        for (boolean centred : new boolean[] {false, true}) {
            Method method = MethodSettings.of(MethodKind.LOGIT_MATCHING)
                    .with("logitForm", centred ? 1 : 0)
                    .method();
            Gradients found = step(method, 4, STUDENT);
            GradientCheck.assertSlope(z -> step(method, 4, z).loss(), STUDENT, found.logits());
            double distance = new LogitLoss(SquaredError.HALF_SUM_BATCHMEAN, centred)
                    .of(STUDENT, TEACHER, 10)
                    .value();
            double hard = context(4, STUDENT, TEACHER, LABELS, 10).measured().hard();
            assertEquals(0.3 * distance + 0.7 * hard, found.loss(), 1e-12);
        }
        assertEquals(
                new LogitMatching(false),
                MethodSettings.of(MethodKind.LOGIT_MATCHING).method());
    }

    @Test
    void onlyCentredLogitsIgnoreAConstant() {
        double[] moved = Arrays.stream(STUDENT).map(z -> z + 3).toArray();
        Method centred = new LogitMatching(true);
        assertEquals(step(centred, 4, STUDENT).loss(), step(centred, 4, moved).loss(), 1e-12);
        Method raw = new LogitMatching(false);
        double apart = step(raw, 4, STUDENT).loss() - step(raw, 4, moved).loss();
        assertTrue(Math.abs(apart) > 0.1, "by " + apart);
    }
}
