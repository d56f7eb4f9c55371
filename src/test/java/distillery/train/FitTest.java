package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Shape;
import distillery.train.TeacherSettings.Source;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Other data change the data, and nets only as far as they must. */
class FitTest {
    private final TrainSettings before = Preset.FEW_LABELS.settings().with(draft -> {
        draft.images = 77;
        draft.omitted = Set.of(3, 9);
    });

    @Test
    void ownDataGetNetsWithTheirEndsAndATeacherThatLearnsThem() {
        TrainSettings own = Fit.own(before, "/data", new Shape(1, 28, 28), 26);
        assertEquals("784-128-26", own.student().toString());
        assertEquals("784-400-400-26", own.teacher().layers().toString());
        assertEquals(Source.TRAINED, own.teacher().source());
        assertEquals(before, own.with(draft -> {
            draft.data = before.data();
            draft.teacher = before.teacher();
            draft.student = before.student();
        }));
    }

    @Test
    void netsThatFitStayAsTheyAre() {
        TrainSettings own = Fit.own(before, "/data", new Shape(1, 28, 28), 10);
        TrainSettings back = Fit.toMnist(own);
        assertEquals(own.teacher(), back.teacher());
        assertEquals(own.with(draft -> draft.data = TrainSettings.MNIST), back);
        assertEquals(before, Fit.toMnist(before));
    }

    @Test
    void omittedClassesThatAreGoneAreForgottenAndNeverAll() {
        assertEquals(
                Set.of(3), Fit.own(before, "/data", new Shape(1, 28, 28), 5).omitted());
        TrainSettings both = before.with(draft -> draft.omitted = Set.of(0, 1));
        assertEquals(Set.of(), Fit.own(both, "/data", new Shape(1, 28, 28), 2).omitted());
    }

    @Test
    void theTeacherOnBoardGivesWayOnlyToOneOfAnotherSize() {
        assertEquals(before, Fit.nets(before, new Shape(1, 28, 28), 10));
        assertEquals(
                Source.TRAINED,
                Fit.nets(before, new Shape(1, 28, 28), 11).teacher().source());
    }

    @Test
    void aChoiceIsWrittenAsItIsRead() {
        for (String data : new String[] {"mnist", "toy", "/a/b", "transposed:/a/b", "C:\\a\\b", "transposed:C:\\a"}) {
            assertEquals(data, DataChoice.of(data).data());
        }
        assertEquals("/a/b", DataChoice.of("transposed:/a/b").place());
        assertEquals("transposed:/a", DataChoice.of("/a").withTurned(true).data());
    }

    @Test
    void aFolderIsCalledByItsLastPartOnAnySystem() {
        assertEquals("b", DataChoice.of("/a/b/").shortName());
        assertEquals("fashion", DataChoice.of("C:\\Users\\name\\fashion").shortName());
        assertEquals("MNIST/raw", DataChoice.of("/a/MNIST/raw").shortName());
        assertEquals("/", DataChoice.of("/").shortName());
    }
}
