package distillery.view;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/** Keys as a keyboard gives them, without the pauses of a hand. */
public final class Keyboard {
    private Keyboard() {}

    /** Presses these keys together. */
    public static void press(KeyCode... keys) {
        press(() -> {}, keys);
    }

    /** Presses these keys together as soon as the window has done something else. */
    public static void press(Runnable before, KeyCode... keys) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            before.run();
            Robot keyboard = new Robot();
            List.of(keys).forEach(keyboard::keyPress);
            for (int i = keys.length - 1; i >= 0; i--) {
                keyboard.keyRelease(keys[i]);
            }
        });
        WaitForAsyncUtils.waitForFxEvents(2);
    }
}
