package distillery.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/** How tests look at a window: between its changes, never amid one. */
public final class OnFxThread {
    private static final int PATIENCE_MILLIS = 10_000;

    private OnFxThread() {}

    /** Waits until a window has put everything in its place once more. */
    public static void awaitFrame(Scene scene) {
        CountDownLatch drawn = new CountDownLatch(1);
        Runnable seen = drawn::countDown;
        look(() -> {
            scene.addPostLayoutPulseListener(seen);
            Platform.requestNextPulse();
            return scene;
        });
        try {
            assertTrue(drawn.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), "no frame comes");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        look(() -> {
            scene.removePostLayoutPulseListener(seen);
            return scene;
        });
    }

    /** What this look finds. */
    public static <T> T look(Callable<T> look) {
        if (Platform.isFxApplicationThread()) {
            try {
                return look.call();
            } catch (RuntimeException broken) {
                throw broken;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, look);
    }
}
