package distillery.lab.lessons;

import java.util.function.DoubleConsumer;

/** A way on which nothing moves but when the test says so. */
final class WaitingGlide implements ValueTransition {
    private DoubleConsumer way = share -> {};
    private Runnable arrived = () -> {};
    private int started;

    @Override
    public void start(DoubleConsumer next, Runnable then) {
        way = next;
        arrived = then;
        started++;
    }

    @Override
    public void finish() {
        DoubleConsumer last = way;
        Runnable then = arrived;
        way = share -> {};
        arrived = () -> {};
        last.accept(1);
        then.run();
    }

    /** As a frame of the window does; nothing happens if nothing is on its way. */
    void move(double share) {
        way.accept(share);
    }

    int started() {
        return started;
    }
}
