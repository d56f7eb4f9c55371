package distillery.method;

import distillery.loss.LossValue;

/** The labels of one of two tasks, or of both, and nothing else: how a net learns the first task, and how it forgets it. */
public record TaskLabels(Heads heads) implements LogitMethod {
    @Override
    public boolean needsTargets() {
        return false;
    }

    @Override
    public Gradients step(StepContext context) {
        LossValue hard = heads.hard(context.student(), context.labels(), context.classes());
        return new Gradients(hard.value(), hard.gradient());
    }
}
