package distillery.view;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs tasks on the window's thread when it next draws a frame, so that many of them cost one frame. */
public final class NextFrame implements Executor {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AnimationTimer frame = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop(); // before the tasks: whoever adds one from here on starts it again
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    };

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        Platform.runLater(frame::start);
    }
}
