package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.compare.CompareSettings;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.digits.KeptDrawing;
import distillery.lab.digits.PadDrawing;
import distillery.lab.digits.PenStroke;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossSettings;
import distillery.lab.screens.LabScreens;
import distillery.lab.train.TrainSetUp;
import distillery.method.Decoupled;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetUpFileTest {
    @TempDir
    Path folder;

    private final ObjectProperty<TrainSetUp> train = new SimpleObjectProperty<>(TrainSetUp.FIRST);
    private final SetUpFile files =
            new SetUpFile(List.of(new SetUpPart<>("train", TrainSetUp.class, train::get, train::set, train)));

    /** A file as the first version wrote it. */
    private Path versionOne(String from, String to) throws IOException, Problem {
        Path file = folder.resolve("old" + SetUpFile.ENDING);
        files.write(file, new SetUp(Map.of("train", TrainSetUp.FIRST)));
        String now = Files.readString(file);
        String old =
                now.replace("\"version\" : 4", "\"version\" : 1").replaceAll(",\\s*\"teacherUnfrozen\" : false", "");
        assertNotEquals(now, old);
        assertFalse(old.contains("teacherUnfrozen"));
        assertTrue(old.contains(from), old);
        Files.writeString(file, old.replace(from, to));
        return file;
    }

    @Test
    void whatEveryScreenWritesComesBack() throws Problem {
        PadDrawing drawing = new PadDrawing("", List.of(new PenStroke(0.09, false, List.of(0.2, 0.3, 0.4, 0.5))));
        DigitsSettings first = DigitsSettings.FIRST;
        DigitsSettings drawn = new DigitsSettings(
                drawing,
                List.of(new KeptDrawing("one", drawing)),
                first.framing(),
                first.brush(),
                first.nets(),
                first.files(),
                first.student(),
                first.digit(),
                first.filter(),
                first.page());
        SetUp all = new SetUp(Map.of(
                "explore", ExploreSettings.FIRST,
                "loss", LossSettings.FIRST,
                "train", TrainSetUp.FIRST,
                "digits", drawn,
                "compare", CompareSettings.FIRST));
        Path file = folder.resolve("all" + SetUpFile.ENDING);
        LabScreens.file().write(file, all);
        assertEquals(all, LabScreens.file().read(file));
    }

    @Test
    void aFileOfTheFirstVersionOpensWithItsTeacherFrozen() throws IOException, Problem {
        SetUp setUp = files.read(versionOne("", ""));
        assertEquals(TrainSetUp.FIRST, setUp.settings().get("train"));
    }

    @Test
    void aFaultInAFileOfTheFirstVersionIsNamedWithItsLine() throws IOException, Problem {
        Path file = versionOne("\"smoothing\" : 0.9", "\"smoothing\" : \"much\"");
        long line = 1
                + Files.readString(file)
                        .lines()
                        .takeWhile(text -> !text.contains("much"))
                        .count();
        String sentence = assertThrows(Problem.class, () -> files.read(file)).getMessage();
        assertTrue(sentence.contains("line " + line + ","), sentence);
    }

    /** Until version 2 every method wrote the numbers of decoupled distillation, and results were always on test digits. */
    @Test
    void aFileOfTheSecondVersionOpensWithTheSameSettings() throws IOException, Problem {
        for (MethodKind kind :
                List.of(MethodKind.HINTON, MethodKind.LOGIT_MATCHING, MethodKind.DECOUPLED, MethodKind.LABELS_ONLY)) {
            MethodSettings method = kind == MethodKind.DECOUPLED
                    ? MethodSettings.of(kind).with(Decoupled.TARGET_WEIGHT, 2)
                    : MethodSettings.of(kind);
            TrainSettings settings = Preset.FEW_LABELS.settings().with(draft -> draft.method = method);
            Path file = folder.resolve(kind.id() + SetUpFile.ENDING);
            files.write(file, new SetUp(Map.of("train", new TrainSetUp(settings, 4, 0.9, false, 0))));
            String flat = "\"kind\" : \"" + kind.id()
                    + "\", \"targetWeight\" : 2.0, \"nonTargetWeight\" : 8.0, \"warmUpEpochs\" : 20";
            String old = Files.readString(file)
                    .replace("\"version\" : 4", "\"version\" : 2")
                    .replaceAll("(?s)\"kind\" : \"" + kind.id() + "\",\\s*\"parameters\" : \\{[^}]*\\}", flat)
                    .replaceAll(",\\s*\"file\" : \"\"", "")
                    .replaceAll("\\s*\"evaluatedOn\" : \"test\",", "");
            assertTrue(
                    old.contains("warmUpEpochs\" : 20") && !old.contains("evaluatedOn") && !old.contains("parameters"),
                    old);
            Files.writeString(file, old);
            assertEquals(
                    settings,
                    ((TrainSetUp) Objects.requireNonNull(
                                    files.read(file).settings().get("train")))
                            .settings());
        }
    }

    /** Settings by a method with every number of its own another than the usual one. */
    private static TrainSettings changed(MethodKind kind) {
        MethodSettings method = MethodSettings.of(kind);
        for (MethodParameter parameter : kind.parameters()) {
            method = method.with(parameter.id(), parameter.usual() + 1);
        }
        MethodSettings other = method;
        return Preset.SMALL_CNN.settings().with(draft -> {
            draft.student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10"); // fits every method
            draft.method = other;
        });
    }

    private TrainSettings read(Path file) throws Problem {
        return ((TrainSetUp) Objects.requireNonNull(files.read(file).settings().get("train"))).settings();
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberOfEveryMethodComesBack(MethodKind kind) throws Problem {
        TrainSettings settings = changed(kind);
        Path file = folder.resolve(kind.id() + SetUpFile.ENDING);
        files.write(file, new SetUp(Map.of("train", new TrainSetUp(settings, 4, 0.9, false, 0))));
        assertEquals(settings, read(file));
    }

    @Test
    void aNumberThatAFileDoesNotHaveIsTheUsualOne() throws IOException, Problem {
        Path file = folder.resolve("hint" + SetUpFile.ENDING);
        files.write(file, new SetUp(Map.of("train", new TrainSetUp(changed(MethodKind.HINT), 4, 0.9, false, 0))));
        String now = Files.readString(file);
        String before = now.replaceAll("\"hintEpochs\" : [0-9.]+,?|,\\s*\"hintEpochs\" : [0-9.]+(?=\\s*})", "");
        assertNotEquals(now, before);
        Files.writeString(file, before);
        assertEquals(0, read(file).method().get("hintEpochs"));
        assertEquals(11, read(file).method().get("hintWeight"));
    }

    @Test
    void aFileOfTheFirstVersionWithoutLiveSettingsIsRefusedLikeAnyOther() throws IOException, Problem {
        Path file = versionOne("\"live\"", "\"lively\"");
        assertTrue(
                assertThrows(Problem.class, () -> files.read(file)).getMessage().contains("train.settings"));
    }
}
