package distillery.view.lessons;

import distillery.lab.lessons.ValueTransition;
import java.util.function.DoubleConsumer;
import javafx.animation.Transition;
import javafx.util.Duration;

/** Animates settings to their new values, frame by frame. */
public final class SoftGlide implements ValueTransition {
    private static final Duration TIME = Duration.millis(180);

    private DoubleConsumer way = share -> {};
    private Runnable arrived = () -> {};
    private final Transition travel = new Transition() {
        {
            setCycleDuration(TIME);
            setOnFinished(event -> arrive());
        }

        @Override
        protected void interpolate(double share) {
            if (share < 1) {
                way.accept(share);
            }
        }
    };

    @Override
    public void start(DoubleConsumer next, Runnable then) {
        way = next;
        arrived = then;
        travel.playFromStart();
    }

    @Override
    public void finish() {
        travel.stop();
        arrive();
    }

    private void arrive() {
        DoubleConsumer last = way;
        Runnable then = arrived;
        way = share -> {};
        arrived = () -> {};
        last.accept(1);
        then.run();
    }
}
