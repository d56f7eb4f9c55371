package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.Thorough;
import distillery.data.IdxFile;
import distillery.lab.train.RunState;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.DataChoice;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import distillery.view.ScreenWords;
import distillery.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * A label says what is: after any change the screen says what a screen would say that is built anew. One that says
 * something else has words made from more than they listen to.
 */
class LiveWordsTest extends TrainOnStage {
    @TempDir
    private Path folder;

    private static Consumer<TrainSettings.Draft> trained(String teacher, String student) {
        return draft -> {
            draft.teacher = TeacherSettings.trained(NetSpec.parse(teacher), 3);
            draft.student = NetSpec.parse(student);
        };
    }

    private String folder(String name, int... labels) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        IdxFile.fill(made, labels);
        return made.toString();
    }

    @Thorough
    @Test
    void everyWordFollowsEverySettingItIsMadeFrom(FxRobot robot) throws Exception {
        int[] many = new int[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = i + 1;
        }
        String first = folder("first", 0, 1, 2);
        String second = folder("second", many);
        List<Consumer<TrainSettings.Draft>> changes = List.of(
                draft -> draft.data = first,
                draft -> draft.data = second,
                trained("6-20-30", "6-5-30"),
                draft -> draft.data = "transposed:" + second,
                draft -> draft.images = 3,
                draft -> draft.omitted = Set.of(0, 29),
                draft -> draft.data = folder.resolve("none").toString(),
                draft -> draft.data = "C:\\Users\\name\\fashion",
                draft -> draft.data = first,
                draft -> draft.data = TrainSettings.MNIST,
                draft -> draft.omitted = Set.of(),
                trained("784-20-10", "784-20-10"),
                draft -> draft.teacher = TeacherSettings.trained(NetSpec.parse("784-10-10"), 4),
                draft -> draft.method = MethodSettings.of(MethodKind.DECOUPLED),
                draft -> draft.method = MethodSettings.of(MethodKind.LABELS_ONLY),
                draft -> draft.optimiser = new Optimiser.Sgd(0.9),
                draft -> draft.epochs = 7,
                draft -> draft.jitter = 2,
                draft -> draft.smoothing = 0.2,
                draft -> draft.seed = 5,
                draft -> draft.live = new LiveSettings(new LiveHyperparameters(3, 0.25, 0.75), 0.5, 16, true),
                draft -> draft.method = MethodSettings.of(MethodKind.HINTON));
        for (int i = 0; i < changes.size(); i++) {
            Consumer<TrainSettings.Draft> change = changes.get(i);
            robot.interact(() -> assertEquals(Optional.empty(), model.edit(change)));
            compare(robot, "change " + i);
        }
        List<Preset> presets = List.of(Preset.values());
        for (int i = 0; i < presets.size(); i++) {
            TrainSettings settings = presets.get(i).settings();
            robot.interact(() -> model.set(settings));
            if (i % 3 == 0) { // a screen takes a while to build
                compare(robot, presets.get(i).id());
            }
        }
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        compare(robot, "language");
    }

    @Thorough
    @Test
    void everyWordFollowsTheRunAndWhatWaitsForIt(FxRobot robot) throws Exception {
        useToys(robot);
        robot.interact(model::start);
        until(RunState.Stage.READY);
        compare(robot, "ready");
        robot.interact(model::step);
        until(RunState.Stage.RESTING);
        compare(robot, "a step");
        robot.interact(() -> model.edit(draft -> draft.epochs = 3));
        compare(robot, "fewer epochs");
        String own = folder("own", 0, 1, 2);
        robot.interact(() -> model.data().choose(own));
        until(() -> model.settings().data().equals(own));
        compare(robot, "other data wait");
        robot.interact(() -> model.data().choose(folder.resolve("none").toString()));
        until(() -> model.settings().data().endsWith("none"));
        compare(robot, "data that are missing wait");
        robot.interact(() -> model.takingProperty().set(true));
        compare(robot, "a lesson takes what waits");
        robot.interact(() -> model.viewingProperty().set(9));
        compare(robot, "another viewing temperature");
        robot.interact(() -> model.stepMillisProperty().set(500));
        compare(robot, "slow motion");
        robot.interact(model::reset);
        until(RunState.Stage.FAILED);
        compare(robot, "failed");
    }

    private void compare(FxRobot robot, String when) throws TimeoutException {
        until(this::settled);
        robot.interact(() -> {
            TrainView fresh = new TrainView(model, appearance, new Texts(appearance.languageProperty()));
            ScreenWords.assertAsNew(when, scene, fresh);
        });
    }

    /** A folder is looked at beside the window. */
    private boolean settled() {
        boolean own = DataChoice.of(model.settings().data()).isFolder();
        return !own
                || model.data().readingProperty().get().folder() != null
                || model.data().readingProperty().get().problem() != null;
    }
}
