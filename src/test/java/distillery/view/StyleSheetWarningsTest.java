package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A broken style sheet fails the test that shows it, with nothing asked for in that test. */
@ExtendWith(ApplicationExtension.class)
class StyleSheetWarningsTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-fx-text-fill: -d-nowhere;      | -d-nowhere",
                "-fx-font-size: wide;            | -fx-font-size",
                "-fx-text-fill: linear-gradient( | broken.css",
            })
    void aBrokenStyleSheetIsNoticed(String rule, String named) throws IOException, TimeoutException {
        Path sheet = Files.writeString(folder.resolve("broken.css"), ".label { " + rule + " }");
        FxToolkit.setupStage(stage -> {
            Scene scene = new Scene(new Label("?"));
            scene.getStylesheets().add(sheet.toUri().toString());
            stage.setScene(scene);
            stage.show();
        });
        AssertionError failure = assertThrows(AssertionError.class, StyleSheetWarnings::assertNone);
        assertTrue(failure.toString().contains(named), failure::toString);
        assertEquals(List.of(), StyleSheetWarnings.take(), "and is said once");
    }
}
