package distillery.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
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

    /** Row-major numbers and how long the lists are that they were nested in, outermost first. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(double[] values, int[] shape) {
        int size(int dimension) {
            return shape[dimension];
        }

        /** The size of all dimensions from one on: the pixels of {@code [rows, channels, height, width]}, from 2. */
        int sizeFrom(int dimension) {
            return Arrays.stream(shape).skip(dimension).reduce(1, (a, b) -> a * b);
        }

        /** Numbers nested as this block was. */
        Object nested(double[] numbers) {
            return nested(numbers, shape);
        }

        /** Numbers nested in lists of these lengths, outermost first. */
        static Object nested(double[] numbers, int... shape) {
            if (shape.length == 1) {
                return numbers;
            }
            int part = numbers.length / shape[0];
            int[] inner = Arrays.copyOfRange(shape, 1, shape.length);
            return IntStream.range(0, shape[0])
                    .mapToObj(i -> nested(Arrays.copyOfRange(numbers, i * part, (i + 1) * part), inner))
                    .toList();
        }
    }

    /** An input of rows of equal length; a dot in the name leads into an object. */
    Table table(String name) {
        Block block = block(name, 2);
        return new Table(block.values(), block.size(0), block.size(1));
    }

    /** An input of rows of a given length. */
    Table table(String name, int columns) {
        Table table = table(name);
        require(table.columns() == columns, "inputs." + name, "rows of " + columns + " numbers", input(name));
        return table;
    }

    /** An input of lists nested so deep, all of one level equally long. */
    Block block(String name, int dimensions) {
        int[] shape = shape(input(name));
        String wanted = dimensions == 2 ? "rows of numbers" : "numbers in lists " + dimensions + " deep";
        require(shape.length == dimensions, "inputs." + name, wanted, input(name));
        return block(name);
    }

    /** An input of as many samples as another has, nested as deep. */
    Block block(String name, Block beside) {
        Block block = block(name, beside.shape().length);
        require(block.size(0) == beside.size(0), "inputs." + name, "a list of " + beside.size(0), input(name));
        return block;
    }

    /** An input of lists nested as deep as they are. */
    Block block(String name) {
        int[] shape = shape(input(name));
        require(shape.length > 0, "inputs." + name, "a list of numbers", input(name));
        DoubleStream.Builder values = DoubleStream.builder();
        read(input(name), "inputs." + name, shape, values);
        return new Block(values.build().toArray(), shape);
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

    double number(String param, double otherwise) {
        return has(param) ? number(param) : otherwise;
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

    /** The same, or another where the case does not say. */
    <E extends Enum<E>> E choice(String param, Class<E> type, E otherwise) {
        return has(param) ? choice(param, type) : otherwise;
    }

    /** Refuses a case that asks for another than the only one there is. */
    void requireChoice(String param, Enum<?> only) {
        String word = only.name().toLowerCase(Locale.ROOT);
        require(!has(param) || word.equals(param(param).textValue()), "params." + param, word, param(param));
    }

    /** The same of a flag. */
    void requireFlag(String param, boolean only) {
        require(flag(param, only) == only, "params." + param, String.valueOf(only), param(param));
    }

    boolean flag(String param) {
        require(param(param).isBoolean(), "params." + param, "true or false", param(param));
        return param(param).booleanValue();
    }

    boolean flag(String param, boolean otherwise) {
        return has(param) ? flag(param) : otherwise;
    }

    private JsonNode input(String name) {
        return inputs.at("/" + name.replace('.', '/'));
    }

    private JsonNode param(String name) {
        return params.path(name);
    }

    /** The lengths of nested lists, by the first of each; a list without anything in it ends them. */
    private static int[] shape(JsonNode node) {
        IntStream.Builder lengths = IntStream.builder();
        for (JsonNode first = node; first.isArray(); first = first.path(0)) {
            lengths.add(first.size());
        }
        return lengths.build().toArray();
    }

    private static void read(JsonNode node, String place, int[] shape, DoubleStream.Builder into) {
        boolean innermost = shape.length == 1;
        String wanted = shape[0] + (innermost ? " numbers" : " lists") + ", as in the first row";
        require(node.isArray() && !node.isEmpty() && node.size() == shape[0], place, wanted, node);
        if (innermost) {
            Arrays.stream(numbers(node, place)).forEach(into::add);
            return;
        }
        int[] inner = Arrays.copyOfRange(shape, 1, shape.length);
        for (int i = 0; i < shape[0]; i++) {
            read(node.get(i), place + "[" + i + "]", inner, into);
        }
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
