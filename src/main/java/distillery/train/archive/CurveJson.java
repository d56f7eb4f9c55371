package distillery.train.archive;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.data.JsonFile;
import distillery.data.Problem;
import distillery.train.ArmName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Curves in a file: {@code [{"seed": 1, "training": {"distilled": {"step": […], "epoch": […], "seconds": […], "hard": […],
 * …}}, "tests": {…}}]}, null where a value is no number.
 */
final class CurveJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SEED = "seed";
    private static final String TRAINING = "training";
    private static final String TESTS = "tests";
    private static final String STEP = "step";
    private static final String EPOCH = "epoch";
    private static final String SECONDS = "seconds";

    private CurveJson() {}

    static ArrayNode write(List<SeedCurves> curves) {
        ArrayNode list = NODES.arrayNode();
        for (SeedCurves each : curves) {
            ObjectNode seed = list.addObject().put(SEED, each.seed());
            seed.set(TRAINING, write(each.training()));
            seed.set(TESTS, write(each.tests()));
        }
        return list;
    }

    private static ObjectNode write(Map<ArmName, ArmCurve> curves) {
        ObjectNode arms = NODES.objectNode();
        new TreeMap<>(curves).forEach((name, curve) -> {
            ObjectNode arm = arms.putObject(name.toString());
            array(arm, STEP, to -> {
                for (long step : curve.steps()) {
                    to.add(step);
                }
            });
            array(arm, EPOCH, to -> {
                for (int epoch : curve.epochs()) {
                    to.add(epoch);
                }
            });
            array(arm, SECONDS, to -> addAll(to, curve.seconds()));
            curve.values().forEach((quantity, values) -> array(arm, quantity.id(), to -> addAll(to, values)));
        });
        return arms;
    }

    private static void array(ObjectNode arm, String name, Consumer<ArrayNode> values) {
        values.accept(arm.putArray(name));
    }

    private static void addAll(ArrayNode to, double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                to.add(value);
            } else {
                to.addNull();
            }
        }
    }

    static List<SeedCurves> read(JsonFile file, JsonPointer place) throws Problem {
        JsonNode list = file.root().at(place);
        if (!list.isArray()) {
            throw file.at(place, "json.wrong-type", "curves");
        }
        List<SeedCurves> curves = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonPointer here = place.appendIndex(i);
            Map<ArmName, ArmCurve> training = curves(file, here.appendProperty(TRAINING), RecordedQuantity.Source.STEP);
            Map<ArmName, ArmCurve> tests = curves(file, here.appendProperty(TESTS), RecordedQuantity.Source.TEST);
            long seed = file.bind(here.appendProperty(SEED), Long.class);
            curves.add(new SeedCurves(seed, training, tests));
        }
        return curves;
    }

    private static Map<ArmName, ArmCurve> curves(JsonFile file, JsonPointer place, RecordedQuantity.Source source)
            throws Problem {
        Map<ArmName, ArmCurve> curves = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : file.root().at(place).properties()) {
            JsonPointer here = place.appendProperty(each.getKey());
            ArmName name;
            try {
                name = ArmName.of(each.getKey());
            } catch (IllegalArgumentException unknown) {
                throw file.at(here, "json.wrong-type", each.getKey());
            }
            curves.put(name, curve(file, here, source));
        }
        return curves;
    }

    private static ArmCurve curve(JsonFile file, JsonPointer place, RecordedQuantity.Source source) throws Problem {
        double[] steps = numbers(file, place.appendProperty(STEP));
        double[] epochs = numbers(file, place.appendProperty(EPOCH));
        double[] seconds = numbers(file, place.appendProperty(SECONDS));
        Map<RecordedQuantity, double[]> values = new EnumMap<>(RecordedQuantity.class);
        for (RecordedQuantity quantity : RecordedQuantity.values()) {
            JsonPointer there = place.appendProperty(quantity.id());
            if (quantity.source() == source && !file.root().at(there).isMissingNode()) {
                values.put(quantity, numbers(file, there));
            }
        }
        long[] whole = new long[steps.length];
        int[] ofEpoch = new int[epochs.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (long) steps[i];
        }
        for (int i = 0; i < ofEpoch.length; i++) {
            ofEpoch[i] = (int) epochs[i];
        }
        try {
            return new ArmCurve(whole, ofEpoch, seconds, values);
        } catch (IllegalArgumentException uneven) {
            throw file.at(place, "record.uneven");
        }
    }

    private static double[] numbers(JsonFile file, JsonPointer place) throws Problem {
        JsonNode list = file.root().at(place);
        if (!list.isArray()) {
            throw file.at(place, "json.missing");
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode value = list.get(i);
            if (!value.isNumber() && !value.isNull()) {
                throw file.at(place.appendIndex(i), "json.wrong-type", value.toString());
            }
            numbers[i] = value.isNull() ? Double.NaN : value.doubleValue();
        }
        return numbers;
    }
}
