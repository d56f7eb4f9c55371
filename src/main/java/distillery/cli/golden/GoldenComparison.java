package distillery.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What should have come out of a case against what did: every field that is expected, numbers and lists and objects
 * alike. A number is accepted where {@code |got - want| <= atol + rtol |want|}.
 */
final class GoldenComparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BRIEF = 60;

    /** What 32-bit numbers are held to, as the file format says. */
    static final double FLOAT_RELATIVE = 1e-4;

    static final double FLOAT_ABSOLUTE = 1e-5;

    /** A place where the two differ. */
    record Mismatch(String field, String want, String got) {}

    private final double relativeTolerance;
    private final double absoluteTolerance;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private double worstRelativeError;

    private GoldenComparison(GoldenCase golden) {
        boolean floats = GoldenMethods.inFloats(golden.method());
        relativeTolerance = Math.max(golden.relativeTolerance(), floats ? FLOAT_RELATIVE : 0);
        absoluteTolerance = Math.max(golden.absoluteTolerance(), floats ? FLOAT_ABSOLUTE : 0);
    }

    static GoldenComparison of(GoldenCase golden, Map<String, Object> computed) {
        GoldenComparison comparison = new GoldenComparison(golden);
        comparison.compareObjects("", golden.expected(), JSON.valueToTree(computed));
        return comparison;
    }

    List<Mismatch> mismatches() {
        return List.copyOf(mismatches);
    }

    /**
     * The largest {@code |got - want| / |want|}. Where want is so small that the absolute tolerance rules, the error is
     * taken relative to the size at which that begins, {@code atol / rtol}.
     */
    double worstRelativeError() {
        return worstRelativeError;
    }

    /** A value's JSON, cut where it gets long. */
    static String brief(JsonNode node) {
        String json = node.toString().replaceAll("\\p{Cntrl}", "?");
        return json.length() <= BRIEF ? json : json.substring(0, BRIEF) + "…";
    }

    private void compare(String field, JsonNode want, JsonNode got) {
        if (want.isNumber() && got.isNumber()) {
            compareNumbers(field, want.doubleValue(), got.doubleValue());
        } else if (want.isArray() && got.isArray()) {
            compareLists(field, want, got);
        } else if (want.isObject() && got.isObject()) {
            compareObjects(field + ".", want, got);
        } else if (!want.equals(got)) {
            mismatch(field, brief(want), brief(got));
        }
    }

    private void compareNumbers(String field, double want, double got) {
        double apart = Math.abs(got - want);
        double size = Math.max(Math.abs(want), relativeTolerance == 0 ? 0 : absoluteTolerance / relativeTolerance);
        worstRelativeError = Math.max(worstRelativeError, apart == 0 ? 0 : apart / size);
        // an infinite want would accept anything, and a comparison with NaN is never true
        if (!Double.isFinite(want) || !(apart <= absoluteTolerance + relativeTolerance * Math.abs(want))) {
            mismatch(field, Double.toString(want), Double.toString(got));
        }
    }

    private void compareLists(String field, JsonNode want, JsonNode got) {
        if (want.size() != got.size()) {
            mismatch(field, "a list of " + want.size(), "a list of " + got.size());
            return;
        }
        for (int i = 0; i < want.size(); i++) {
            compare(field + "[" + i + "]", want.get(i), got.get(i));
        }
    }

    private void compareObjects(String prefix, JsonNode want, JsonNode got) {
        for (Iterator<String> names = want.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (got.has(name)) {
                compare(prefix + name, want.get(name), got.get(name));
            } else {
                mismatch(prefix + name, brief(want.get(name)), "nothing: this version does not compute it");
            }
        }
    }

    private void mismatch(String field, String want, String got) {
        mismatches.add(new Mismatch(field.replaceAll("\\p{Cntrl}", "?"), want, got));
    }
}
