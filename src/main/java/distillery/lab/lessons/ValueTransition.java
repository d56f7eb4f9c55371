package distillery.lab.lessons;

import java.util.function.DoubleConsumer;

/** How settings travel to where a lesson wants them; the view knows the time this takes. */
public interface ValueTransition {
    /** Without a way in between. */
    ValueTransition AT_ONCE = new ValueTransition() {
        @Override
        public void start(DoubleConsumer way, Runnable arrived) {
            way.accept(1);
            arrived.run();
        }

        @Override
        public void finish() {
            // Nothing is ever on its way.
        }
    };

    /**
     * Sets out; nothing else is under way then.
     *
     * @param way takes the share of the way done, up to 1 in the end
     * @param arrived is called once, after that
     */
    void start(DoubleConsumer way, Runnable arrived);

    /** Ends at once what is under way, if anything: it arrives. */
    void finish();
}
