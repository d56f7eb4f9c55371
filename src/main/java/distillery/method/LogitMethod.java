package distillery.method;

import distillery.net.NetSpec;

/** A method that looks at logits alone and trains nothing but the student. */
interface LogitMethod extends Method {
    /** The loss of a step and its slope along the student's logits. */
    Gradients step(StepContext context);

    @Override
    default Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        return this::step;
    }
}
