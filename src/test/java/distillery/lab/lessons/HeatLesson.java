package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.example.ExampleKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreScreen;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.Document;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.Memory;
import distillery.lab.setup.SetUpPart;
import distillery.lab.setup.UserFolder;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainScreen;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import distillery.lesson.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A short lesson on two models, opened on its first step. */
abstract class HeatLesson {
    static final String LESSON = """
            ---
            id: heat
            title: Heat
            minutes: 10
            goal: What does heat do?
            ---
            ## Play
            ```step
            screen: explore
            set:
              explore.temperature: 1
              explore.example: two-classes
            lock: [explore.alpha]
            hide: [explore.pulls]
            spotlight: explore.bars
            ```
            Turn it up.
            ```check
            explore.temperature at least 1
            ```
            ```check
            explore.pull is soft
            explore.temperature above 2
            ```

            ## Guess
            ```step
            set:
              explore.temperature: 2
            ```
            ```predict
            id: which
            kind: choice
            ask: Which?
            options: [one, two]
            answer: 2
            unlock: [explore.temperature]
            ```
            ```check
            explore.temperature above 3
            ```

            ## Train
            ```step
            screen: train
            set:
              train.preset: toy
              train.temperature: 7
            ```
            Run it.
            """;

    final Messages messages = new Messages();
    final ExploreModel explore = new ExploreModel();
    final TrainModel train =
            new TrainModel(new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), messages);
    final List<LabScreen<?>> screens = List.of(new ExploreScreen(explore), new TrainScreen(train));
    final List<SetUpPart<?>> parts = LabScreens.parts(screens);
    long millis;
    final Document document = new Document(parts, Runnable::run, () -> millis);

    @TempDir
    Path folder = Path.of("");

    LearnerModel learner = new LearnerModel(
            new Memory(new UserFolder(folder), Runnable::run, Runnable::run, messages),
            Runnable::run,
            Runnable::run,
            messages);
    LessonModel model = model();
    Lesson lesson = new Lesson("", Locale.ENGLISH, "", 1, "", "", Prose.NONE, List.of());

    LessonModel model() {
        return new LessonModel(
                screens,
                document.history(),
                learner,
                Clock.fixed(Instant.parse("2020-02-02T02:02:02.5Z"), ZoneOffset.UTC));
    }

    @BeforeEach
    void open() throws IOException {
        learner = new LearnerModel(
                new Memory(new UserFolder(folder), Runnable::run, Runnable::run, messages),
                Runnable::run,
                Runnable::run,
                messages);
        model = model();
        lesson = read(LESSON);
        explore.temperatureProperty().set(9);
        millis += 10_000;
        model.open(lesson);
    }

    Lesson read(String text) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(inner.resolve("en.md"), text);
        LessonFiles files = LessonReader.read(inner).get(0);
        assertEquals(
                List.of(), files.problems().stream().map(Exception::getMessage).toList());
        return files.in(Locale.ENGLISH).orElseThrow();
    }

    double temperature() {
        return explore.temperatureProperty().get();
    }

    ExampleKind example() {
        return explore.exampleProperty().get().kind();
    }
}
