package distillery.view;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** How tests look at a window: between its changes, never amid one. */
public final class OnFxThread {
    private static final int PATIENCE_MILLIS = 10_000;

    private OnFxThread() {}

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
