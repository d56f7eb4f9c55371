package distillery.lab;

import distillery.data.Failure;
import distillery.data.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How far the training engine has loaded. It takes seconds, so it happens behind the first frame. */
public final class EngineModel {

    /** Loading takes seconds and can fail. */
    public enum Stage {
        LOADING,
        READY,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param threads how many it computes with; 0 until it is ready
     * @param problem why it failed, null otherwise
     */
    public record State(Stage stage, int threads, @Nullable Problem problem) {}

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State(Stage.LOADING, 0, null));

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Loads on a thread of its own, which does not keep the program alive.
     *
     * @param load loads the engine and says how many threads it computes with
     * @param window runs what touches properties on the window's thread
     */
    public void warmUp(Callable<Integer> load, Executor window) {
        Thread thread = new Thread(
                () -> {
                    State outcome = outcome(load);
                    window.execute(() -> state.set(outcome));
                },
                "engine-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    // A native library that does not load is an Error, not an Exception, and the window must outlive it.
    private static State outcome(Callable<Integer> load) {
        try {
            return new State(Stage.READY, load.call(), null);
        } catch (Exception | Error failed) {
            return new State(Stage.FAILED, 0, Failure.of(failed));
        }
    }
}
