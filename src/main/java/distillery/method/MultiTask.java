package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;

/**
 * Born-again multi-task nets: one student learns two tasks with two heads, taught by a net for each task alone; what it is to
 * say moves from its teachers to the labels as training goes on (Clark et al. 2019, BAM, section 3).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param task the second task; the first one is the data's own
 * @param annealing epochs until nothing but the labels is left
 */
public record MultiTask(SecondTask task, int annealing) implements Method {
    private static final String TASK = "secondTask";
    private static final String ANNEALING = "annealingEpochs";
    private static final int MOST_EPOCHS = 10_000;
    static final List<MethodParameter> PARAMETERS = List.of(
            MethodParameter.choice(TASK, "second-task", "ink", "slant", "parity"),
            new MethodParameter(ANNEALING, "annealing-epochs", NumberRange.whole(1, MOST_EPOCHS), 60));

    /** What a net with two heads learns. */
    public enum Learns {
        /** Both tasks from their teachers and more and more from the labels. */
        ANNEALED,
        /** Both tasks from the labels. */
        LABELS,
        /** The second task alone, from the labels. */
        SECOND
    }

    public MultiTask {
        Refusal.unlessBetween(1, MOST_EPOCHS, ANNEALING, annealing);
    }

    static MultiTask of(Map<String, Double> values) {
        int place = Required.nonNull(values.get(TASK), TASK).intValue();
        return new MultiTask(
                List.of(SecondTask.values()).get(place),
                Required.nonNull(values.get(ANNEALING), ANNEALING).intValue());
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.TwoTasks(task);
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        Points.hidden(student);
    }

    @Override
    public boolean weighsItself() {
        return true;
    }

    @Override
    public boolean hasOwnPart() {
        return true;
    }

    @Override
    public int exitCount() {
        return 1;
    }

    @Override
    public boolean answersSecondTask() {
        return true;
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        return SecondHead.of(student, Learns.ANNEALED, annealing, seed);
    }

    /** The same net without teachers: it is trained to teach, or to be held against. */
    public record Labels(Learns learns) implements Method {
        @Override
        public boolean needsTargets() {
            return false;
        }

        @Override
        public int exitCount() {
            return 1;
        }

        @Override
        public boolean answersSecondTask() {
            return true;
        }

        @Override
        public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
            return SecondHead.of(student, learns, 1, seed);
        }
    }
}
