package distillery.cli;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.TypedNumber;
import distillery.net.NetSpec;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Numbers and layers in options are read as those in the window; picocli puts the option's name in front. */
final class TypedOptions {
    private static final NumberRange WHOLE = NumberRange.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** As far as a double names it safely; beyond that the number itself is looked at. */
    private static final NumberRange SEEDS = NumberRange.whole(-9.2e18, 9.2e18);

    @FunctionalInterface
    private interface Reader<T> {
        T read(String typed) throws Problem;
    }

    private TypedOptions() {}

    static CommandLine registerIn(CommandLine line) {
        register(line, Double.class, NumberRange.ANY::read);
        register(line, double.class, NumberRange.ANY::read);
        register(line, Integer.class, typed -> (int) WHOLE.read(typed));
        register(line, int.class, typed -> (int) WHOLE.read(typed));
        register(line, Long.class, TypedOptions::seed);
        register(line, long.class, TypedOptions::seed);
        register(line, NetSpec.class, NetSpec::read);
        return line;
    }

    private static <T> void register(CommandLine line, Class<T> type, Reader<T> reader) {
        line.registerConverter(type, typed -> {
            try {
                return reader.read(typed);
            } catch (Problem refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        });
    }

    /** A seed has more digits than a double tells apart. */
    private static long seed(String typed) throws Problem {
        if (TypedNumber.read(typed, true) instanceof TypedNumber.Exact exact) {
            try {
                return exact.value().longValueExact();
            } catch (ArithmeticException doesNotFit) {
                // what is wrong with it is said below
            }
        }
        return (long) SEEDS.read(typed);
    }
}
