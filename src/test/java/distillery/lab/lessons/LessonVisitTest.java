package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.example.PullKind;
import distillery.lab.setup.OnTheSpot;
import distillery.lab.setup.SetUpFile;
import distillery.lesson.Guess;
import distillery.lesson.Progress;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonVisitTest extends HeatLesson {
    private Path file() {
        return folder.resolve("mine" + SetUpFile.ENDING);
    }

    private void takeToItsEnd() {
        explore.pullProperty().set(PullKind.SOFT);
        explore.temperatureProperty().set(5);
        model.next();
        model.commit(Guess.choice(1));
        explore.temperatureProperty().set(5);
        model.next();
    }

    @Test
    void aFinishedLessonOpensAtItsFirstStep() {
        takeToItsEnd();
        assertEquals(Set.of(1, 2, 3), learner.standing("heat").done());
        model.close();
        model.open(lesson);
        assertEquals(0, model.indexProperty().get());
    }

    @Test
    void afreshNothingIsGuessedOrDone() {
        takeToItsEnd();
        model.afresh();
        assertEquals(0, model.indexProperty().get());
        assertEquals(Set.of(), model.satisfiedProperty().get());
        model.next();
        assertEquals(Guessing.DUE, model.guessingProperty().get());
        assertTrue(learner.standing("heat").answers().isEmpty());
    }

    @Test
    void afreshAQuestionIsAskedEvenIfItWasOnlyShown() {
        model.next();
        model.showMe();
        assertEquals(Guessing.SHOWN, model.guessingProperty().get());
        model.afresh();
        model.next();
        assertEquals(Guessing.DUE, model.guessingProperty().get());
    }

    @Test
    void aFreshLearnerKnowsOfNothing() {
        takeToItsEnd();
        model.wipe();
        assertNull(model.stepProperty().get());
        assertEquals(Progress.NONE, learner.progressProperty().get());
    }

    @Test
    void leavingBringsBackTheScreenOfBefore() {
        model.close();
        model.screenProperty().set("loss");
        model.open(lesson);
        model.goTo(2);
        assertEquals("train", model.screenProperty().get());
        model.close();
        assertEquals("loss", model.screenProperty().get());
    }

    @Test
    void whatLearnsWhileALessonIsOpenIsTheLessons() {
        assertTrue(train.inLessonProperty().get());
        model.close();
        assertFalse(train.inLessonProperty().get());
    }

    @Test
    void aFileSavedInALessonHoldsTheLearnersOwnSettings() throws Problem {
        document.lend(model.borrower());
        assertEquals(1, temperature(), "the step has set it");
        OnTheSpot.save(document, file());
        assertTrue(document.isLent());
        assertFalse(document.modifiedProperty().get(), "what the lesson sets is no change of the file");
        model.close();
        assertFalse(document.modifiedProperty().get());
        explore.temperatureProperty().set(2);
        OnTheSpot.open(document, file());
        assertEquals(9, temperature());
    }

    @Test
    void whatIsRememberedForTheNextStartIsTheLearnersOwn() throws Problem {
        document.lend(model.borrower());
        document.remember(file()).write();
        model.close();
        explore.temperatureProperty().set(2);
        document.recall(file(), told -> {});
        assertEquals(9, temperature());
    }

    @Test
    void openingAFileEndsTheLessonAndStays() throws Problem {
        document.lend(model.borrower());
        OnTheSpot.save(document, file());
        model.next();
        OnTheSpot.open(document, file());
        assertNull(model.stepProperty().get());
        assertEquals(9, temperature());
        model.open(lesson);
        model.close();
        assertEquals(9, temperature());
    }

    @Test
    void aFileOpenedInALessonStaysThoughSettingsWereOnTheirWay() throws Problem {
        model.close();
        explore.temperatureProperty().set(25);
        OnTheSpot.save(document, file());
        explore.temperatureProperty().set(9);
        document.lend(model.borrower());
        WaitingGlide glide = new WaitingGlide();
        model.setGlide(glide);
        model.open(lesson);
        glide.move(0.5);
        OnTheSpot.open(document, file());
        glide.move(0.5);
        assertEquals(25, temperature());
        glide.finish();
        assertEquals(25, temperature());
        assertFalse(document.modifiedProperty().get());
    }

    @Test
    void whatIsUndoneStaysUndoneThoughSettingsWereOnTheirWay() {
        document.lend(model.borrower());
        WaitingGlide glide = new WaitingGlide();
        model.setGlide(glide);
        explore.temperatureProperty().set(3);
        model.goTo(2);
        glide.move(0.5);
        document.undo();
        glide.move(0.7);
        glide.finish();
        assertEquals(3, temperature());
    }
}
