package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.scheme.MutualLoss;
import java.util.List;
import java.util.Map;

/**
 * Deep mutual learning: several students of the same net but other first weights, with no teacher at all, each of which
 * learns from the labels and from what its peers say in the same step (Zhang et al. 2018, section 3).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param peers how many learn together
 */
public record Mutual(int peers) implements LogitMethod {
    private static final String PEERS = "peers";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(PEERS, "peers", NumberRange.whole(2, 4), 2));

    public Mutual {
        Refusal.unlessBetween(2, 4, PEERS, peers);
    }

    static Mutual of(Map<String, Double> values) {
        return new Mutual(Required.nonNull(values.get(PEERS), PEERS).intValue());
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.Peers(peers);
    }

    @Override
    public Gradients step(StepContext context) {
        LiveHyperparameters live = context.hyperparameters();
        MutualLoss.Value value = new MutualLoss(live.temperature(), live.softWeight(), live.hardWeight())
                .of(context.student(), context.targets(), context.labels(), context.classes());
        return new Gradients(value.value(), value.gradient());
    }
}
