package distillery.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import java.util.Locale;

/**
 * How first weights are drawn: from a normal distribution around zero, biases at zero.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param fixed the standard deviation of {@link Kind#NORMAL}; 0 for the others, which go by the size of a layer
 */
public record Initialisation(Kind kind, double fixed) {
    /** What decides the standard deviation. */
    public enum Kind {
        /** Variance 2 / inputs, made for ReLU (He et al. 2015, section 2.2). */
        HE,
        /** Variance 2 / (inputs + outputs) (Glorot and Bengio 2010, section 4.2.1). */
        XAVIER,
        /** The same whatever the size. */
        NORMAL;

        /** Its name in files, on the command line and in text keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Initialisation HE = new Initialisation(Kind.HE, 0);
    public static final Initialisation XAVIER = new Initialisation(Kind.XAVIER, 0);

    /** As Krizhevsky et al. (2012, section 5) have it. */
    public static final double USUAL = 0.01;

    /** The largest standard deviation; PyTorch's {@code normal_} draws with 1. */
    public static final double LARGEST = 10;

    private static final String DEVIATION = "normal:";

    public Initialisation {
        Required.nonNull(kind, "kind");
        Refusal.unless(
                kind != Kind.NORMAL || (fixed > 0 && fixed <= LARGEST),
                "initialisation",
                "refused.above",
                NumberRange.readable(LARGEST),
                NumberRange.readable(fixed));
    }

    /** A normal distribution of this standard deviation, whatever the size of a layer. */
    public static Initialisation normal(double deviation) {
        return new Initialisation(Kind.NORMAL, deviation);
    }

    /** Reads what {@link #text} writes, in small letters or large. */
    @JsonCreator
    public static Initialisation parse(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        try {
            return switch (small) {
                case "he" -> HE;
                case "xavier" -> XAVIER;
                case "normal" -> normal(USUAL);
                default -> {
                    if (!small.startsWith(DEVIATION)) {
                        throw new Problem("number.none");
                    }
                    yield normal(NumberRange.ANY.read(small.substring(DEVIATION.length())));
                }
            };
        } catch (Problem unreadable) {
            throw new Refusal("initialisation", "refused.initialisation", NumberRange.quoted(text));
        }
    }

    /** How it is written in files and on the command line: {@code he}, {@code xavier}, {@code normal} or {@code normal:0.5}. */
    @JsonValue
    public String text() {
        return kind != Kind.NORMAL || fixed == USUAL ? kind.id() : DEVIATION + NumberRange.words(fixed);
    }

    @Override
    public String toString() {
        return text();
    }

    /** The standard deviation for a layer. */
    public double deviation(int inputs, int outputs) {
        return switch (kind) {
            case HE -> Math.sqrt(2.0 / inputs);
            case XAVIER -> Math.sqrt(2.0 / (inputs + outputs));
            case NORMAL -> fixed;
        };
    }
}
