package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.train.TrainSetUp;
import distillery.method.LiveHyperparameters;
import distillery.net.Optimiser;
import distillery.train.TrainSettings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SetUpTest {
    private final ObjectProperty<TrainSetUp> train = new SimpleObjectProperty<>(TrainSetUp.FIRST);
    private final Queue<Runnable> turn = new ArrayDeque<>();
    private long now;
    private final Document document = new Document(
            List.of(new SetUpPart<>("train", TrainSetUp.class, train::get, train::set, train)), turn::add, () -> now);

    private void edit(Consumer<TrainSettings.Draft> change) {
        TrainSetUp before = train.get();
        train.set(new TrainSetUp(
                before.settings().with(change),
                before.viewing(),
                before.smoothing(),
                before.logAxis(),
                before.stepMillis()));
        turn.forEach(Runnable::run);
        turn.clear();
    }

    private Set<String> differences(Consumer<TrainSettings.Draft> change) {
        SetUp before = new SetUp(Map.of("train", train.get()));
        edit(change);
        return before.differences(new SetUp(Map.of("train", train.get())));
    }

    @Test
    void whatDiffersIsNamedDownToTheControl() {
        assertEquals(
                Set.of("train.settings.live.learningRate"),
                differences(draft -> draft.live = draft.live.withLearningRate(0.5)));
        assertEquals(
                Set.of("train.settings.live.teacherUnfrozen"),
                differences(draft -> draft.live = draft.live.withTeacherUnfrozen(true)));
        assertEquals(Set.of("train.settings.seed"), differences(draft -> draft.seed = 77));
        assertEquals(
                Set.of("train.settings.optimiser"), differences(draft -> draft.optimiser = new Optimiser.Sgd(0.9)));
        assertEquals(Set.of(), differences(draft -> draft.jitter = 0));
    }

    @Test
    void everyControlIsAStepOfItsOwnHoweverFastTheyFollow() {
        edit(draft -> draft.live = draft.live.withBatchSize(16));
        now += 10;
        edit(draft -> draft.live = draft.live.withTeacherUnfrozen(true));
        now += 10;
        edit(draft -> draft.images = 500);
        document.history().undo();
        assertEquals(2_000, train.get().settings().images());
        document.history().undo();
        assertEquals(16, train.get().settings().live().batchSize());
        assertEquals(false, train.get().settings().live().teacherUnfrozen());
        document.history().undo();
        assertEquals(TrainSetUp.FIRST, train.get());
    }

    @Test
    void aDraggedTemperatureIsOneStepInsideItsSettings() {
        for (int heat = 10; heat < 20; heat++) {
            now += 20;
            LiveHyperparameters knobs = new LiveHyperparameters(heat, 0.9, 0.1);
            edit(draft -> draft.live = draft.live.withKnobs(knobs));
        }
        document.history().undo();
        assertEquals(TrainSetUp.FIRST, train.get());
    }
}
