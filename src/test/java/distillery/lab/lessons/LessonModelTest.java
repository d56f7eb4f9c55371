package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.setup.Memory;
import distillery.lab.setup.UserFolder;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.Guess;
import distillery.lesson.Lesson;
import distillery.lesson.Progress;
import distillery.lesson.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonModelTest extends HeatLesson {
    @Test
    void aStepSetsWhatItSaysAndNothingElse() {
        assertEquals(1, temperature());
        assertEquals(ExampleKind.TWO_CLASSES, example());
        assertEquals(0.9, explore.softWeightProperty().get());
        assertEquals("explore", model.screenProperty().get());
        assertEquals(Set.of(Target.EXPLORE_ALPHA), model.lockedProperty().get());
        assertEquals(Set.of(Target.EXPLORE_PULLS), model.hiddenProperty().get());
        assertEquals(Set.of(Target.EXPLORE_BARS), model.spotlitProperty().get());
    }

    @Test
    void leavingAStepPutsBackWhatItTouched() {
        explore.temperatureProperty().set(50);
        model.next();
        assertEquals(2, temperature());
        assertEquals(ExampleKind.HORSE_DONKEY_CAR, example(), "the first step's example is gone");
        model.close();
        assertEquals(9, temperature());
        assertNull(model.stepProperty().get());
        assertEquals(Set.of(), model.lockedProperty().get());
    }

    @Test
    void aStepOfTheTrainScreenSetsAndPutsBackWholeSettings() {
        TrainSetUp before = train.snapshot();
        model.goTo(2);
        assertEquals("train", model.screenProperty().get());
        assertEquals(7, train.settings().live().knobs().temperature());
        assertEquals("toy", train.settings().data());
        assertEquals(9, temperature(), "the Explore screen is as it was before the lesson");
        model.close();
        assertEquals(before, train.snapshot());
    }

    @Test
    void goingToAStepIsOneStepOfUndo() {
        document.history().separate();
        ExploreSettings before = explore.snapshot();
        model.next();
        assertEquals(2, temperature());
        document.history().undo();
        assertEquals(before, explore.snapshot());
    }

    @Test
    void aCheckWaitsForTheLearnersOwnChange() {
        assertEquals(Set.of(), model.satisfiedProperty().get(), "T = 1 is the step's doing");
        explore.pullProperty().set(PullKind.HARD);
        assertEquals(Set.of(), model.satisfiedProperty().get(), "another thing was changed");
        explore.temperatureProperty().set(1.5);
        assertEquals(
                Set.of(lesson.steps().get(0).checks().get(0)),
                model.satisfiedProperty().get());
        assertFalse(model.observedProperty().get());
    }

    @Test
    void aCheckStaysSatisfiedAndItsConditionsMustHoldTogether() {
        explore.temperatureProperty().set(3);
        explore.temperatureProperty().set(1);
        explore.pullProperty().set(PullKind.SOFT);
        assertEquals(1, model.satisfiedProperty().get().size(), "soft, but too cold");
        explore.temperatureProperty().set(3);
        assertEquals(2, model.satisfiedProperty().get().size());
        explore.pullProperty().set(PullKind.TOTAL);
        assertTrue(model.observedProperty().get());
    }

    @Test
    void whatWasDoneStaysDoneWhenTheLearnerComesBack() {
        explore.pullProperty().set(PullKind.SOFT);
        explore.temperatureProperty().set(3);
        model.next();
        assertFalse(model.observedProperty().get());
        model.previous();
        assertTrue(model.observedProperty().get());
        model.close();
        model.open(lesson);
        assertTrue(model.observedProperty().get());
    }

    @Test
    void theControlUnlocksWithTheGuess() {
        model.next();
        assertEquals(Guessing.DUE, model.guessingProperty().get());
        assertEquals(Set.of(Target.EXPLORE_TEMPERATURE), model.lockedProperty().get());
        explore.temperatureProperty().set(5);
        assertEquals(Set.of(), model.satisfiedProperty().get(), "nothing counts before the guess");
        model.commit(Guess.choice(1));
        assertEquals(Guessing.WRONG, model.guessingProperty().get());
        assertEquals(Guess.choice(1), model.guessProperty().get());
        assertEquals(Set.of(), model.lockedProperty().get());
        assertFalse(model.observedProperty().get(), "what was moved before the guess counts for nothing");
        explore.temperatureProperty().set(6);
        assertTrue(model.observedProperty().get());
        model.commit(Guess.choice(2));
        assertEquals(Guess.choice(1), model.guessProperty().get(), "the first guess counts");
    }

    @Test
    void onlyWhatTheLearnerDoesIsAnswered() {
        List<LearnerAction> deeds = new ArrayList<>();
        model.setAnswer(deeds::add);
        explore.pullProperty().set(PullKind.SOFT);
        explore.temperatureProperty().set(3);
        assertEquals(List.of(LearnerAction.OBSERVED), deeds);
        model.next();
        model.commit(Guess.choice(2));
        model.commit(Guess.choice(1));
        assertEquals(List.of(LearnerAction.OBSERVED, LearnerAction.GUESSED), deeds);
        explore.temperatureProperty().set(5);
        assertEquals(List.of(LearnerAction.OBSERVED, LearnerAction.GUESSED, LearnerAction.OBSERVED), deeds);
        model.goTo(2);
        model.goTo(1);
        model.goTo(0);
        assertEquals(3, deeds.size(), "what was guessed and done before is no deed of now");
    }

    @Test
    void whileAGuessIsDueNothingCanBeUndone() {
        explore.temperatureProperty().set(30);
        millis += 10_000;
        model.next();
        document.lend(model.borrower());
        assertTrue(document.history().canUndoProperty().get());
        assertFalse(document.canUndoProperty().get(), "what was before may be the answer");
        document.undo();
        assertEquals(2, temperature());
        model.freePlayProperty().set(true);
        assertTrue(document.canUndoProperty().get(), "free play lifts every rule");
        model.freePlayProperty().set(false);
        model.commit(Guess.choice(1));
        assertTrue(document.canUndoProperty().get());
        document.undo();
        assertEquals(30, temperature());
    }

    @Test
    void whatIsShownWithoutAGuessCountsOnlyFromThenOn() {
        model.next();
        explore.temperatureProperty().set(5);
        model.showMe();
        assertFalse(model.observedProperty().get());
        explore.temperatureProperty().set(6);
        assertTrue(model.observedProperty().get());
    }

    @Test
    void aPresenterNeedsNoGuessAndLeavesNoAnswer() {
        model.next();
        model.showMe();
        assertEquals(Guessing.SHOWN, model.guessingProperty().get());
        assertEquals(Set.of(), model.lockedProperty().get());
        model.previous();
        model.next();
        assertEquals(Guessing.SHOWN, model.guessingProperty().get());
        assertTrue(learner.standing("heat").answers().isEmpty());
    }

    @Test
    void whoPassesATaskReadsOnAndHasNotDoneIt() {
        model.next();
        model.pass();
        assertFalse(model.observedProperty().get(), "the question comes first");
        model.showMe();
        model.pass();
        assertTrue(model.observedProperty().get());
        assertEquals(Set.of(), model.satisfiedProperty().get());
        assertFalse(learner.standing("heat").done().contains(2));
        explore.temperatureProperty().set(6);
        assertTrue(learner.standing("heat").done().contains(2), "it can be done later");
        learner.wipe();
        model.previous();
        model.next();
        assertTrue(model.observedProperty().get(), "who comes back finds what he has read");
        model.afresh();
        model.next();
        assertFalse(model.observedProperty().get());
    }

    @Test
    void freePlayLiftsEveryRuleAndKeepsThePlace() {
        model.next();
        model.freePlayProperty().set(true);
        assertEquals(Set.of(), model.lockedProperty().get());
        model.freePlayProperty().set(false);
        assertEquals(Set.of(Target.EXPLORE_TEMPERATURE), model.lockedProperty().get());
        assertEquals(1, model.indexProperty().get());
    }

    @Test
    void answersAndPlaceOutliveTheProgram() {
        model.next();
        model.commit(Guess.choice(2));
        LearnerModel later = new LearnerModel(
                new Memory(new UserFolder(folder), Runnable::run, Runnable::run, messages),
                Runnable::run,
                Runnable::run,
                messages);
        later.recall();
        assertEquals(
                new Progress.Answer(Guess.choice(2), true, "2020-02-02T02:02:02Z"),
                later.standing("heat").answers().get("which"));
        assertEquals(2, later.standing("heat").step());
        learner = later;
        LessonModel again = model();
        again.open(lesson);
        assertEquals(1, again.indexProperty().get());
        assertEquals(Guessing.RIGHT, again.guessingProperty().get());
        later.wipe();
        LearnerModel fresh = new LearnerModel(
                new Memory(new UserFolder(folder), Runnable::run, Runnable::run, messages),
                Runnable::run,
                Runnable::run,
                messages);
        fresh.recall();
        assertEquals(Progress.NONE, fresh.progressProperty().get());
    }

    @Test
    void aLessonSavedAgainKeepsThePlaceAndWhatTheLearnerSet() throws IOException {
        explore.temperatureProperty().set(3);
        model.replace(read(LESSON.replace("Turn it up.", "Turn it far up.")));
        assertEquals(3, temperature());
        model.replace(read(LESSON.replace("explore.temperature: 1", "explore.temperature: 8")));
        assertEquals(8, temperature());
        model.goTo(2);
        model.replace(read(LESSON.substring(0, LESSON.indexOf("## Train"))));
        assertEquals(1, model.indexProperty().get());
        assertEquals(2, temperature());
    }

    @Test
    void whatPlaysStopsAtTheStepThatWasAskedFor() throws IOException {
        model.open(read("""
                ---
                id: play
                title: Play
                minutes: 1
                goal: How far?
                ---
                ## Play
                ```step
                screen: explore
                ```
                ```check
                explore.steps at least 3
                ```
                """));
        explore.playingProperty().set(true);
        for (int i = 0; i < 10 && explore.playingProperty().get(); i++) {
            explore.step();
        }
        assertEquals(3, explore.stepsProperty().get());
        explore.playingProperty().set(true);
        explore.step();
        assertTrue(explore.playingProperty().get(), "who plays on goes on");
    }

    @Test
    void settingsGlideAndNothingCountsOnTheWay() {
        WaitingGlide glide = new WaitingGlide();
        model.setGlide(glide);
        model.next();
        assertEquals(1, temperature(), "not yet on its way");
        glide.move(0.5);
        assertEquals(Math.sqrt(2), temperature(), 1e-12, "halfway by equal factors");
        explore.temperatureProperty().set(1.7);
        model.next();
        assertEquals(2, temperature(), "the way on begins at the goal of the way before");
        model.close();
        assertEquals(9, temperature());
        int started = glide.started();
        document.history().undo();
        assertEquals(started, glide.started(), "undo does not glide");
    }

    @Test
    void anotherLanguageKeepsChecksGuessesAndWhatWasShown() throws IOException {
        explore.temperatureProperty().set(3);
        Lesson chinese = read(LESSON.replace("Turn it up.", "升高温度。").replace("ask: Which?", "ask: 哪一个？"));
        model.replace(chinese);
        assertEquals(
                Set.of(chinese.steps().get(0).checks().get(0)),
                model.satisfiedProperty().get());
        model.next();
        model.showMe();
        model.replace(lesson);
        assertEquals(Guessing.SHOWN, model.guessingProperty().get());
    }

    @Test
    void whoeverListensNeverSeesTheNextObservationEarly() {
        model.goTo(2);
        assertTrue(model.observedProperty().get(), "nothing is to be done there");
        List<Boolean> seen = new ArrayList<>();
        model.observedProperty().addListener((property, before, now) -> seen.add(now));
        model.lockedProperty().addListener((property, before, now) -> {});
        model.stepProperty()
                .addListener((property, before, now) ->
                        seen.add(model.observedProperty().get()));
        model.goTo(1);
        assertEquals(List.of(false, false), seen);
        assertEquals(Set.of(Target.EXPLORE_TEMPERATURE), model.lockedProperty().get());
        model.goTo(0);
        assertEquals(Set.of(Target.EXPLORE_ALPHA), model.lockedProperty().get());
        assertFalse(seen.contains(true));
    }
}
