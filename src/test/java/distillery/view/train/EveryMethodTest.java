package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.IdxFile;
import distillery.lab.train.Curve;
import distillery.lab.train.Measure;
import distillery.lab.train.RunState.Stage;
import distillery.method.MethodKind;
import distillery.net.NetSpec;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.Cast;
import distillery.train.CastFactory;
import distillery.train.Preset;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.DoubleStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Every method, chosen on the screen and trained on real digits. */
class EveryMethodTest extends TrainOnStage {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws Exception {
        IdxFile.digits(folder, 600);
    }

    private void useFewDigits(FxRobot robot, String student) {
        robot.interact(() -> model.set(Preset.SMALL_CNN.settings().with(draft -> {
            draft.data = folder.toString();
            draft.student = NetSpec.parse(student);
            draft.images = 40;
            draft.epochs = 2;
            draft.live = draft.live.withBatchSize(20);
        })));
    }

    @SuppressWarnings("unchecked") // the picker of methods
    private ComboBox<MethodKind> picker() {
        return (ComboBox<MethodKind>) node("train-method");
    }

    @Thorough
    @Test
    void isChosenOnTheScreenAndDrawsWhatItMeasures(FxRobot robot) throws TimeoutException {
        for (MethodKind kind : MethodKind.values()) {
            useFewDigits(robot, kind == MethodKind.COPIED ? "28x28-c24-p2-c2-p2-4-10" : "28x28-c2-p2-c2-p2-4-10");
            robot.interact(() -> picker().setValue(kind));
            assertEquals(kind, model.settings().method().kind(), () -> text("train-method-refusal"));
            robot.interact(() -> model.reset());
            until(Stage.READY);
            robot.interact(() -> model.runOrPause());
            until(Stage.FINISHED);
            assertNull(reading.troubleProperty().get(), kind.id());
            Cast cast = CastFactory.of(model.settings());
            assertEquals(cast.epochs(), reading.epochs(), kind.id());
            for (ArmName arm : cast.names()) {
                Curve accuracy = reading.curves().of(arm, Measure.ACCURACY);
                boolean second = kind == MethodKind.MULTI_TASK && arm.equals(new ArmName(ArmRole.MEMBER, 2));
                assertEquals(!second, accuracy.size() > 0, kind.id() + ": " + arm); // he learns no digits
            }
            Curve own = reading.curves().of(ArmName.DISTILLED, Measure.OWN);
            assertEquals(model.settings().method().method().hasOwnPart(), own.size() > 0, kind.id());
            assertTrue(DoubleStream.of(numbers(own)).allMatch(Double::isFinite));
            String about = ((Labeled) node("train-method-about")).getText();
            assertTrue(about.length() > 20, about);
        }
    }

    private static double[] numbers(Curve curve) {
        double[] numbers = new double[curve.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = curve.raw().get(i);
        }
        return numbers;
    }
}
