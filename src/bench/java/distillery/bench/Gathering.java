package distillery.bench;

import distillery.net.InputBatch;

/** What the program does for each batch before its nets see it: gather the pixels, leave out the silent ones. */
final class Gathering implements Contender {
    static final String NAME = "gathering the batch";

    private final Course course;
    private final InputBatch inputs;

    private final int threads;

    Gathering(Course course, int threads) {
        this.threads = threads;
        this.course = course;
        inputs = new InputBatch(course.spec().inputs(), course.batchSize());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void learn(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            inputs.fill(course.samples(), course.portions().get(course.at(step)).batch());
            inputs.gather(course.spec(), threads);
        }
    }

    @Override
    public boolean learns() {
        return false;
    }
}
