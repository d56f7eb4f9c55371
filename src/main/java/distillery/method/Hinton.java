package distillery.method;

/** Softened outputs: {@code softWeight · T² · KL + hardWeight · CE} (Hinton, Vinyals and Dean 2015, section 2). */
public record Hinton() implements LogitMethod {
    @Override
    public Gradients step(StepContext context) {
        context.target();
        return new Gradients(context.measured().total(), context.measured().gradient());
    }
}
