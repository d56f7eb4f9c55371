package distillery.view.explore;

import distillery.Thorough;
import distillery.lab.example.DigitExample;
import distillery.lab.example.DigitSource;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.AlphaConvention;
import distillery.view.ScreenWords;
import distillery.view.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** After any change the screen says what one would say that is built anew. */
class ExploreWordsTest extends ExploreOnStage {
    @Thorough
    @Test
    void everyWordFollowsEverySettingItIsMadeFrom(FxRobot robot) {
        List<Runnable> changes = List.of(
                () -> model.temperatureProperty().set(9),
                () -> model.softWeightProperty().set(0.3),
                () -> model.conventionProperty().set(AlphaConvention.ALPHA_ON_HARD),
                () -> model.choose(ExampleKind.TWO_CLASSES),
                () -> model.choose(ExampleKind.CONFIDENTLY_WRONG),
                () -> model.choose(ExampleKind.OWN),
                () -> model.setLogit(TeacherOrStudent.STUDENT, 0, 3),
                () -> model.markTrue(1),
                model::addClass,
                () -> model.renameClass(3, "zebra"),
                model::step,
                () -> model.logAxisProperty().set(true),
                () -> model.pullProperty().set(PullKind.HARD),
                () -> model.stepSizeProperty().set(0.1),
                () -> model.digitsProperty().set(threes()),
                () -> model.choose(ExampleKind.DIGIT),
                () -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE),
                () -> model.digitsProperty().set(null));
        for (int i = 0; i < changes.size(); i++) {
            int change = i;
            robot.interact(() -> {
                changes.get(change).run();
                ExploreView fresh = new ExploreView(model, appearance, new Texts(appearance.languageProperty()));
                ScreenWords.assertAsNew("change " + change, scene, fresh);
            });
        }
    }

    private static DigitSource threes() {
        List<Double> logits = List.of(1.0, 2.0, 3.0);
        DigitExample digit =
                new DigitExample(Collections.nCopies(4, 0.5), 2, 2, 2, logits, logits, List.of("A", "B", "C"));
        return new DigitSource() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public DigitExample get(int index) {
                return digit;
            }
        };
    }
}
