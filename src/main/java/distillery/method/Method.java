package distillery.method;

import java.util.Set;

/** A way for knowledge to move into a student: what it needs, and what the student minimises on one batch. */
public interface Method {

    Set<Requirement> needs();

    /** The loss of this step and its slopes. */
    Gradients pull(StepContext scene);

    /**
     * The slope of the same loss along the teacher's logits, row-major: what moves a teacher that nobody froze. A
     * correct program has no use for it.
     */
    double[] pullOnTeacher(StepContext scene);
}
