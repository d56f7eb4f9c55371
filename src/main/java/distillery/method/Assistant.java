package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;

/**
 * A teacher assistant: a net of a size in between learns from the teacher, and the student from that (Mirzadeh et al. 2020,
 * section 4). The loss of both is {@link Hinton}'s.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param width how many times as wide as the student the assistant is
 */
public record Assistant(int width) implements LogitMethod {
    static final int WIDEST = 8;
    private static final String WIDTH = "assistantWidth";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WIDTH, "assistant-width", NumberRange.whole(1, WIDEST), 3));

    public Assistant {
        Refusal.unlessBetween(1, WIDEST, WIDTH, width);
    }

    static Assistant of(Map<String, Double> values) {
        return new Assistant(Required.nonNull(values.get(WIDTH), WIDTH).intValue());
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        student.wider(width);
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.Assistant(width);
    }

    @Override
    public Gradients step(StepContext context) {
        return new Hinton().step(context);
    }
}
