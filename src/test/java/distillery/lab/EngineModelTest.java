package distillery.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However loading ends, the window hears of it, in a sentence where it failed. */
class EngineModelTest {
    private final EngineModel engine = new EngineModel();

    private EngineModel.State after(Callable<Integer> load) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        engine.warmUp(load, task -> {
            task.run();
            told.countDown();
        });
        assertTrue(told.await(1, TimeUnit.MINUTES));
        return engine.stateProperty().get();
    }

    @Test
    void loadedItIsReady() throws InterruptedException {
        assertEquals(new EngineModel.State(EngineModel.Stage.READY, 3, null), after(() -> 3));
    }

    @Test
    void aProblemIsToldAsItIs() throws InterruptedException {
        Problem problem = new Problem("engine.libraries", "/somewhere");
        EngineModel.State state = after(() -> {
            throw problem;
        });
        assertEquals(EngineModel.Stage.FAILED, state.stage());
        assertSame(problem, state.problem());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UnsatisfiedLinkError.class,
                ExceptionInInitializerError.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                NullPointerException.class
            })
    void anErrorBecomesASentence(Class<? extends Throwable> kind) throws Exception {
        Throwable error = kind.getDeclaredConstructor().newInstance();
        EngineModel.State state = after(() -> {
            if (error instanceof Error grave) {
                throw grave;
            }
            throw (Exception) error;
        });
        assertEquals(EngineModel.Stage.FAILED, state.stage());
        String sentence = Objects.requireNonNull(state.problem()).getMessage();
        assertEquals(-1, sentence.indexOf("null"), sentence);
        assertEquals(-1, sentence.indexOf(kind.getSimpleName()), sentence);
    }
}
