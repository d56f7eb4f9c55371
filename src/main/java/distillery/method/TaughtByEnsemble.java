package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.LossValue;
import distillery.loss.scheme.EnsembleLoss;
import distillery.loss.scheme.EnsembleLoss.Mean;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;

/**
 * Several teachers, trained on the spot from other first weights, whose soft labels are averaged: {@code softWeight · T² ·
 * -Σ p log q + hardWeight · CE} (Hinton, Vinyals and Dean 2015, sections 1 and 4).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param members how many teach
 * @param width how many times as wide as the student each of them is
 * @param mean of what: their probabilities or their logits
 */
public record TaughtByEnsemble(int members, int width, Mean mean) implements LogitMethod {
    private static final String MEMBERS = "members";
    private static final String WIDTH = "memberWidth";
    private static final String MEAN = "ensembleMean";
    private static final int MOST_MEMBERS = 5;
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(MEMBERS, "members", NumberRange.whole(2, MOST_MEMBERS), 3),
            new MethodParameter(WIDTH, "member-width", NumberRange.whole(1, Assistant.WIDEST), 2),
            MethodParameter.choice(MEAN, "ensemble-mean", "arithmetic", "geometric"));

    public TaughtByEnsemble {
        Refusal.unlessBetween(2, MOST_MEMBERS, MEMBERS, members);
        Refusal.unlessBetween(1, Assistant.WIDEST, WIDTH, width);
    }

    static TaughtByEnsemble of(Map<String, Double> values) {
        return new TaughtByEnsemble(
                Required.nonNull(values.get(MEMBERS), MEMBERS).intValue(),
                Required.nonNull(values.get(WIDTH), WIDTH).intValue(),
                Required.nonNull(values.get(MEAN), MEAN) == 0 ? Mean.ARITHMETIC : Mean.GEOMETRIC);
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        student.wider(width);
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.Ensemble(members, width);
    }

    @Override
    public Gradients step(StepContext context) {
        LiveHyperparameters live = context.hyperparameters();
        LossValue soft =
                new EnsembleLoss(live.temperature(), mean).of(context.student(), context.targets(), context.classes());
        return Gradients.weighted(live.softWeight(), soft.value(), soft.gradient())
                .withLabels(context);
    }
}
