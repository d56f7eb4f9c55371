package distillery.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One case of a golden file: what goes in, what should come out, and how near is near enough. The readers of inputs and
 * params throw an {@link IllegalArgumentException} that names the place, what was expected and what was found.
 */
record GoldenCase(
        String id,
        String method,
        JsonNode inputs,
        JsonNode params,
        JsonNode expected,
        double relativeTolerance,
        double absoluteTolerance) {

    /** A row-major table of numbers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Table(double[] values, int rows, int columns) {}

    /** An input of rows of equal length; a dot in the name leads into an object. */
    Table table(String name) {
        JsonNode node = input(name);
        require(node.isArray() && !node.isEmpty() && node.get(0).isArray(), "inputs." + name, "rows of numbers", node);
        int columns = node.get(0).size();
        double[] values = new double[Math.multiplyExact(node.size(), columns)];
        for (int row = 0; row < node.size(); row++) {
            String place = "inputs." + name + "[" + row + "]";
            double[] numbers = numbers(node.get(row), place);
            require(numbers.length == columns, place, columns + " numbers, as in the first row", node.get(row));
            System.arraycopy(numbers, 0, values, row * columns, columns);
        }
        return new Table(values, node.size(), columns);
    }

    /** An input of rows of a given length. */
    Table table(String name, int columns) {
        Table table = table(name);
        require(table.columns() == columns, "inputs." + name, "rows of " + columns + " numbers", input(name));
        return table;
    }

    /** An input that is one list of numbers; a dot in the name leads into an object. */
    double[] vector(String name) {
        return numbers(input(name), "inputs." + name);
    }

    /** An input that is one list of whole numbers. */
    int[] labels(String name) {
        return wholeNumbers(input(name), "inputs." + name);
    }

    boolean has(String param) {
        return params.has(param);
    }

    double number(String param) {
        return number(param(param), "params." + param);
    }

    int whole(String param) {
        return whole(param(param), "params." + param);
    }

    double[] numbers(String param) {
        return numbers(param(param), "params." + param);
    }

    int[] wholeNumbers(String param) {
        return wholeNumbers(param(param), "params." + param);
    }

    /** The constant of an enum that a text names, in small letters. */
    <E extends Enum<E>> E choice(String param, Class<E> type) {
        String wanted = "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(param(param).textValue()))
                .findFirst()
                .orElseThrow(() -> unexpected("params." + param, wanted, param(param)));
    }

    boolean flag(String param) {
        require(param(param).isBoolean(), "params." + param, "true or false", param(param));
        return param(param).booleanValue();
    }

    private JsonNode input(String name) {
        return inputs.at("/" + name.replace('.', '/'));
    }

    private JsonNode param(String name) {
        return params.path(name);
    }

    private static double[] numbers(JsonNode node, String place) {
        require(node.isArray(), place, "a list of numbers", node);
        IntFunction<String> element = i -> place + "[" + i + "]";
        return IntStream.range(0, node.size())
                .mapToDouble(i -> number(node.get(i), element.apply(i)))
                .toArray();
    }

    private static int[] wholeNumbers(JsonNode node, String place) {
        require(node.isArray(), place, "a list of whole numbers", node);
        IntFunction<String> element = i -> place + "[" + i + "]";
        return IntStream.range(0, node.size())
                .map(i -> whole(node.get(i), element.apply(i)))
                .toArray();
    }

    private static double number(JsonNode node, String place) {
        require(node.isNumber() && Double.isFinite(node.doubleValue()), place, "a finite number", node);
        return node.doubleValue();
    }

    private static int whole(JsonNode node, String place) {
        require(node.isIntegralNumber() && node.canConvertToInt(), place, "a whole number", node);
        return node.intValue();
    }

    private static void require(boolean condition, String place, String wanted, JsonNode found) {
        if (!condition) {
            throw unexpected(place, wanted, found);
        }
    }

    private static IllegalArgumentException unexpected(String place, String wanted, JsonNode found) {
        String what = found.isMissingNode() ? "nothing" : GoldenComparison.brief(found);
        return new IllegalArgumentException(place + " should be " + wanted + ", found " + what);
    }
}
