package distillery.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;

/** How a gradient moves the weights. The learning rate comes with every step, so that it can change on the way. */
public sealed interface Optimiser {

    /** How it is written in files and on the command line: {@code adam}, {@code sgd} or {@code sgd:0.9}. */
    @JsonValue
    String text();

    /** Reads what {@link #text} writes. */
    @JsonCreator
    static Optimiser parse(String text) {
        if (text.equals("adam")) {
            return Adam.standard();
        }
        if (text.equals("sgd")) {
            return new Sgd(0);
        }
        try {
            if (text.startsWith("sgd:")) {
                return new Sgd(NumberRange.ANY.read(text.substring(4)));
            }
        } catch (Problem notANumber) {
            // what is expected is said below
        }
        throw new Refusal("optimiser", "refused.optimiser", NumberRange.quoted(text));
    }

    /**
     * {@code v = momentum · v + g; w -= rate · v}: no Nesterov, no damping, as PyTorch's SGD has it.
     *
     * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
     */
    record Sgd(double momentum) implements Optimiser {
        public Sgd {
            Refusal.unlessShare("momentum", momentum);
        }

        @Override
        public String text() {
            return momentum == 0 ? "sgd" : "sgd:" + momentum;
        }
    }

    /**
     * Adam (Kingma and Ba 2015, algorithm 1): {@code epsilon} is added after the bias correction, as PyTorch has it.
     *
     * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
     */
    record Adam(double beta1, double beta2, double epsilon) implements Optimiser {
        public Adam {
            Refusal.unlessShare("beta1", beta1);
            Refusal.unlessShare("beta2", beta2);
            Refusal.unless(epsilon > 0, "epsilon", "refused.positive", NumberRange.readable(epsilon));
        }

        /** The paper's own numbers. */
        public static Adam standard() {
            return new Adam(0.9, 0.999, 1e-8);
        }

        @Override
        public String text() {
            return "adam";
        }
    }
}
