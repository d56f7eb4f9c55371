package distillery.lab.lessons;

import java.util.function.DoubleConsumer;

/** How settings change over time to the values a lesson sets; the view decides how long this takes. */
public interface ValueTransition {
    /** Without values in between. */
    ValueTransition AT_ONCE = new ValueTransition() {
        @Override
        public void start(DoubleConsumer way, Runnable arrived) {
            way.accept(1);
            arrived.run();
        }

        @Override
        public void finish() {
            // No transition is ever in progress.
        }
    };

    /**
     * Starts a transition; no other is in progress then.
     *
     * @param way takes the share done, up to 1 in the end
     * @param arrived is called once, after that
     */
    void start(DoubleConsumer way, Runnable arrived);

    /** Ends the transition in progress, if any, at its final values. */
    void finish();
}
