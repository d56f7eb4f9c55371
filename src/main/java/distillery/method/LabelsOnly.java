package distillery.method;

/** No teacher: cross-entropy against the labels. */
public record LabelsOnly() implements LogitMethod {
    @Override
    public boolean needsTargets() {
        return false;
    }

    @Override
    public boolean weighsItself() {
        return true;
    }

    @Override
    public Gradients step(StepContext context) {
        return new Gradients(context.measured().hard(), context.measured().hardGradient());
    }
}
