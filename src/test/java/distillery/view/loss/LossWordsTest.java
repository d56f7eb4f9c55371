package distillery.view.loss;

import distillery.Thorough;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.loss.LossKind;
import distillery.loss.AlphaConvention;
import distillery.view.ScreenWords;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** After any change the screen says what one would say that is built anew. */
class LossWordsTest extends LossOnStage {
    @Thorough
    @Test
    void everyWordFollowsEverySettingItIsMadeFrom(FxRobot robot) {
        List<Runnable> changes = List.of(
                () -> explore.temperatureProperty().set(9),
                () -> explore.softWeightProperty().set(0.3),
                () -> explore.conventionProperty().set(AlphaConvention.ALPHA_ON_HARD),
                () -> explore.choose(ExampleKind.CONFIDENTLY_WRONG),
                () -> explore.choose(ExampleKind.OWN),
                () -> explore.setLogit(TeacherOrStudent.TEACHER, 0, 3),
                () -> explore.markTrue(1),
                explore::addClass,
                () -> model.kindProperty().set(LossKind.DECOUPLED),
                () -> model.kindProperty().set(LossKind.HINTON),
                () -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        for (int i = 0; i < changes.size(); i++) {
            int change = i;
            robot.interact(() -> {
                changes.get(change).run();
                LossView fresh = new LossView(model, appearance, new Texts(appearance.languageProperty()));
                ScreenWords.assertAsNew("change " + change, scene, fresh);
            });
        }
    }
}
