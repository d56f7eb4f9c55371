package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.App;
import distillery.Thorough;
import distillery.lab.Look;
import distillery.lab.setup.StartOptions;
import distillery.lab.setup.UserFolder;
import distillery.lab.setup.WindowState;
import distillery.train.archive.MadeRuns;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program as a shortcut or a file's icon asks for it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the program is started in each test
class AskedStartTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir(cleanup = CleanupMode.NEVER) // the program may still be writing its last lines there
    Path home;

    private Stage stage;

    private void start(StartOptions asked) throws Exception {
        System.setProperty(UserFolder.PROPERTY, home.toString());
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        App.prepare(asked, () -> {});
        FxToolkit.setupApplication(App.class);
    }

    @AfterEach
    void end() throws Exception {
        App.prepare(StartOptions.NONE, () -> {});
        FxToolkit.cleanupStages();
        System.clearProperty(UserFolder.PROPERTY);
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, holds);
    }

    private @Nullable Node find(String id) {
        return OnFxThread.look(() -> stage.getScene().lookup("#" + id));
    }

    @Thorough
    @Test
    void aClassroomsShortcutOpensItsLessonInItsLookAndLanguageForThisOneTime() throws Exception {
        start(new StartOptions(null, "temperature", "train", Look.PROJECTOR, Locale.SIMPLIFIED_CHINESE));
        until(() -> find("lessons-step") != null && find("explore") != null);
        String title = OnFxThread.look(() -> ((Labeled) stage.getScene().lookup("#status-facts")).getText());
        assertTrue(title.codePoints().anyMatch(Character::isIdeographic), title);
        Path file = new UserFolder(home).windowFile();
        new FxRobot().interact(() -> stage.close());
        until(() -> Files.exists(file));
        WindowState kept = WindowState.read(file, Locale.ENGLISH, problem -> {
            throw new AssertionError(problem);
        });
        assertEquals(Look.LIGHT, kept.look());
        assertEquals("en", kept.language());
    }

    @Test
    void aRunFromElsewhereIsKeptAndShown() throws Exception {
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        Path file = home.resolve("of-a-friend." + RunFile.ENDING);
        RunFile.write(file, run);
        start(new StartOptions(file, null, null, null, null));
        RunArchive archive = new RunArchive(new UserFolder(home).runs());
        until(() -> archive.list().runs().size() == 1);
        assertEquals(
                List.of(run.header()),
                archive.list().runs().stream().map(RunArchive.Kept::header).toList());
        until(() -> find("compare-chart") != null);
    }
}
