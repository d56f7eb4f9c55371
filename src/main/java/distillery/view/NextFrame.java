package distillery.view;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Runs tasks on the window's thread when it next draws a frame, so that many of them cost one frame; of those frames it
 * takes a set number a second at most, so that what draws while nets learn leaves them the processor.
 */
public final class NextFrame implements Executor {
    private static final double NANOS = 1e9;

    /** Frames come a little early or late; one that is nearly due counts. */
    private static final double NEARLY = 0.9;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AnimationTimer frame;

    /** Runs tasks as often as there are frames. */
    public NextFrame() {
        this(Integer.MAX_VALUE);
    }

    /** Runs tasks at most so many times a second. */
    public NextFrame(int perSecond) {
        double pause = NEARLY * NANOS / perSecond;
        frame = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (now - last < pause) {
                    return;
                }
                last = now;
                stop(); // before the tasks: whoever adds one from here on starts it again
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
        };
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        Platform.runLater(frame::start);
    }
}
