package distillery.train.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.ArmName;
import distillery.train.MaterialsCache;
import distillery.train.ProgressMonitor;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunArchive.Listing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // what is not there fails the test
class RunArchiveTest {
    @TempDir
    Path folder;

    private RunArchive archive() {
        return new RunArchive(folder.resolve("runs"));
    }

    private Path file(String id) {
        return folder.resolve("runs").resolve(id);
    }

    @Test
    void whatIsOpenedIsWhatWasKept() throws Exception {
        RunRecord run = MadeRuns.run(MadeRuns.toy(3), 3);
        RunArchive archive = archive();
        String id = archive.add(run);
        RunRecord opened = archive.read(id);
        assertEquals(run.header(), opened.header());
        assertEquals(List.of(), run.differences(opened));
        for (int i = 0; i < 3; i++) {
            ArmCurve kept = run.curves().get(i).training().get(ArmName.DISTILLED);
            ArmCurve read = opened.curves().get(i).training().get(ArmName.DISTILLED);
            assertEquals(30, kept.points());
            assertTrue(kept.sameNumbers(read));
            assertEquals(List.of(0L, 10L, 20L, 30L), steps(opened.curves().get(i)));
        }
        assertEquals(run.header(), archive.list().runs().get(0).header());
        Verdict verdict = opened.header().verdict().orElseThrow();
        assertEquals(Verdict.over(run.header().results()), verdict);
    }

    private static List<Long> steps(SeedCurves curves) {
        return Arrays.stream(curves.tests().get(ArmName.DISTILLED).steps())
                .boxed()
                .toList();
    }

    @Test
    void madeAgainEveryNumberIsTheSame() throws Exception {
        RunArchive archive = archive();
        for (RunRecord run : List.of(
                MadeRuns.run(MadeRuns.toy(3), 2),
                MadeRuns.stopped(MadeRuns.toy(3)),
                MadeRuns.takenBack(MadeRuns.toy(3)),
                MadeRuns.run(by(MethodKind.MUTUAL), 1),
                MadeRuns.run(by(MethodKind.BORN_AGAIN), 1))) {
            RunRecord opened = archive.read(archive.add(run));
            RunRecord again = new RunAgain(opened, new MaterialsCache(), ProgressMonitor.none(), event -> {}).make();
            assertEquals(List.of(), opened.differences(again));
            assertEquals(opened.header().ending(), again.header().ending());
        }
    }

    private static TrainSettings by(MethodKind kind) {
        return MadeRuns.toy(2).with(draft -> draft.method = MethodSettings.of(kind));
    }

    @Test
    void anotherLearningRateIsADifference() throws Exception {
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        RunRecord other =
                MadeRuns.run(MadeRuns.toy(2).with(draft -> draft.live = draft.live.withLearningRate(2e-3)), 1);
        assertTrue(run.differences(other).containsAll(List.of("seed 1: weights", "seed 1: curves")));
    }

    @Test
    void otherVersionsAreNamed() {
        Provenance here = Provenance.here();
        assertNull(here.differences(here));
        assertFalse(here.nd4j().isEmpty());
        Provenance before = new Provenance("0.1", here.java(), here.nd4j(), here.system(), "s390x", here.cores(), 1);
        String sentence = String.valueOf(before.differences(here).getMessage());
        assertTrue(sentence.contains("Distillery 0.1 / " + here.program()), sentence);
        assertTrue(sentence.contains("CPU s390x"), sentence);
    }

    @Test
    void damagedForeignAndNewerFilesAreRefusedByNameAndTheOthersShown() throws Exception {
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        RunArchive archive = archive();
        String good = archive.add(run);
        String text = Files.readString(file(good));
        Files.writeString(file("cut.run.json"), text.substring(0, text.length() - 40));
        Files.writeString(file("foreign.run.json"), "{\"hello\": 1}");
        Files.writeString(file("newer.run.json"), text.replaceFirst("\"version\" : 1", "\"version\" : 99"));
        Files.writeString(
                file("later.run.json"), text.replaceFirst("\"settingsVersion\" : \\d+", "\"settingsVersion\" : 99"));
        Files.writeString(file("wrong.run.json"), text.replaceFirst("\"epochs\" : 2", "\"epochs\" : -2"));
        Files.writeString(file("unknown.run.json"), text.replaceFirst("\"planned\"", "\"plannned\""));
        Files.writeString(file("empty.run.json"), "");
        Files.write(file("binary.run.json"), new byte[] {0, 1, 2, (byte) 255});
        Files.createDirectory(file("folder.run.json"));
        Files.writeString(folder.resolve("outside.run.json"), text);
        Files.createSymbolicLink(file("link.run.json"), folder.resolve("outside.run.json"));
        Files.writeString(file("notes.txt"), "not mine");
        Files.writeString(file("stranger.run.json"), text.replace("\"labelsOnly\"", "\"nobody\""));
        Files.writeString(file("fewer.run.json"), text.replaceAll("\"testErrors\" : \\d+", "\"testErrors\" : -1"));
        Files.writeString(
                file("seedless.run.json"),
                text.replaceFirst("(?s)\"seeds\" : \\[ \\{.*?\n  \\} \\],", "\"seeds\" : [ ],"));
        Files.writeString(file("curveless.run.json"), text.replaceFirst("(?s)\"curves\" : .*", "\"curves\" : 3 }"));
        Files.writeString(file("comma.run.json"), text.replaceFirst("\"step\" : \\[ 1,", "\"step\" : [ 1,,"));
        Listing listing = archive.list();
        assertEquals(List.of(good), listing.runs().stream().map(Kept::id).toList());
        String all = listing.refused().stream().map(Problem::getMessage).collect(Collectors.joining("\n"));
        assertEquals(15, listing.refused().size(), all);
        for (String name : List.of(
                "cut",
                "foreign",
                "newer",
                "later",
                "wrong",
                "unknown",
                "empty",
                "binary",
                "folder",
                "link",
                "stranger",
                "fewer",
                "seedless",
                "curveless",
                "comma")) {
            assertTrue(
                    listing.refused().stream()
                            .anyMatch(problem -> problem.getMessage().contains(name + ".run.json")),
                    name + "\n" + all);
        }
        assertTrue(all.contains("newer Distillery (format 99"), all);
        assertTrue(all.contains("plannned"), all);
        for (String id : List.of("cut.run.json", "newer.run.json", "wrong.run.json", "link.run.json")) {
            assertThrows(Problem.class, () -> archive.read(id));
        }
        assertThrows(Problem.class, () -> archive.read("../outside.run.json"));
    }

    @Test
    void aRunThatAnEditorSavedInAnotherCodeIsTheSame() throws Exception {
        RunArchive archive = archive();
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        String text = Files.readString(file(archive.add(run)));
        Files.writeString(file("wide.run.json"), "\uFEFF" + text, StandardCharsets.UTF_16LE);
        Files.writeString(file("marked.run.json"), "\uFEFF" + text);
        assertEquals(3, archive.list().runs().size(), archive.list().refused()::toString);
        assertEquals(run.header(), archive.read("wide.run.json").header());
        assertEquals(run.header(), archive.read("marked.run.json").header());
    }

    @Test
    void curvesOfUnequalLengthAreRefusedWhenTheRunIsOpened() throws Exception {
        RunArchive archive = archive();
        String good = archive.add(MadeRuns.run(MadeRuns.toy(2), 1));
        String text = Files.readString(file(good));
        Files.writeString(file("uneven.run.json"), text.replaceFirst("\"step\" : \\[ 1,", "\"step\" : ["));
        Problem refused = assertThrows(Problem.class, () -> archive.read("uneven.run.json"));
        assertTrue(refused.getMessage().contains("not equally long"), refused.getMessage());
    }

    @Test
    void whatIsWrittenOnARunStaysAndNothingElseChanges() throws Exception {
        RunArchive archive = archive();
        String id = archive.add(MadeRuns.run(MadeRuns.toy(2), 1));
        RunRecord before = archive.read(id);
        RunLabel label = new RunLabel("first \"try\"", "T = 8\n再试一次", List.of("class 9b", "温度"), true);
        archive.relabel(id, label);
        RunRecord after = archive.read(id);
        assertEquals(before.header().with(label), after.header());
        assertEquals(List.of(), before.differences(after));
        assertThrows(Refusal.class, () -> label.withName("x".repeat(RunLabel.LONGEST_NAME + 1)));
    }

    @Test
    void aFileIsReadAgainOnlyIfSomebodyHasWrittenItSince() throws Exception {
        RunArchive archive = archive();
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        String id = archive.add(run);
        archive.readAhead();
        RunHeader first = archive.list().runs().get(0).header();
        assertSame(first, archive.list().runs().get(0).header());
        RunFile.write(file(id), run.with(run.header().label().withName("b"))); // by another program
        assertEquals("b", archive.list().runs().get(0).header().label().name());
        RunFile.write(file(id), run.with(run.header().label().withName("c")));
        assertEquals(
                "c", archive.list().runs().get(0).header().label().name(), "as long as before, in the same moment");
        Files.writeString(file(id), "no run");
        assertEquals(1, archive.list().refused().size());
        Files.delete(file(id));
        assertEquals(new RunArchive.Listing(List.of(), List.of()), archive.list());
    }

    @Test
    void aDeletedRunCanBeBroughtBack() throws Exception {
        RunArchive archive = archive();
        RunRecord run = MadeRuns.run(MadeRuns.toy(2), 1);
        String first = archive.add(run);
        String second = archive.add(run);
        assertFalse(first.equals(second));
        archive.delete(first);
        assertEquals(List.of(second), ids(archive.list()));
        assertEquals(List.of(first), ids(archive.deleted()));
        assertThrows(Problem.class, () -> archive.read(first));
        archive.restore(first);
        assertEquals(2, archive.list().runs().size());
        assertEquals(run.header(), archive.read(first).header());
        archive.delete(second);
        archive.emptyTrash();
        assertEquals(List.of(), ids(archive.deleted()));
        assertThrows(Problem.class, () -> archive.restore(second));
    }

    private static List<String> ids(Listing listing) {
        return listing.runs().stream().map(Kept::id).toList();
    }

    @Test
    void aRecordStaysSmallHoweverLongTheRun() throws Exception {
        RunRecord run = MadeRuns.run(MadeRuns.toy(20).with(draft -> draft.live = draft.live.withBatchSize(1)), 1);
        String id = archive().add(run);
        assertEquals(12_800, run.header().seeds().get(0).steps());
        assertTrue(Files.size(file(id)) < 200_000, () -> file(id) + " is large");
        ArmCurve curve = run.curves().get(0).training().get(ArmName.DISTILLED);
        assertTrue(curve.points() > 128 && curve.points() <= 256);
        assertEquals(12_800, curve.steps()[curve.points() - 1]);
    }

    @Test
    void aThinnedCurveKeepsMeanSmallestAndLargest() {
        CurvePoints points = new CurvePoints(RecordedQuantity.Source.STEP, 8);
        for (int step = 1; step <= 100; step++) {
            double value = step == 37 ? 1000 : step;
            points.add(step, 1, step, value, value, value, value, Double.NaN, Double.NaN, value, value);
        }
        ArmCurve curve = points.curve();
        assertTrue(curve.points() <= 8);
        assertFalse(curve.values().containsKey(RecordedQuantity.OWN));
        double[] highest = curve.values().get(RecordedQuantity.HIGHEST_TOTAL);
        assertEquals(1000, Arrays.stream(highest).max().orElseThrow());
        double[] mean = curve.values().get(RecordedQuantity.TOTAL);
        assertEquals((1 + 16) / 2.0, mean[0]);
        assertEquals((97 + 100) / 2.0, mean[mean.length - 1]);
        assertEquals(16, curve.steps()[0]);
        assertEquals(1, curve.values().get(RecordedQuantity.LOWEST_TOTAL)[0]);
    }
}
