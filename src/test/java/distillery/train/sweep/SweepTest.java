package distillery.train.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.net.Initialisation;
import distillery.net.Optimiser;
import distillery.train.ArmName;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.SharedArms;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.train.archive.MadeRuns;
import distillery.train.archive.RunAgain;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // what is not there fails the test
class SweepTest {
    private static final TrainSettings TOY = MadeRuns.toy(2);
    private static final String SMALL = "temperature=1,4,20; alpha=0.5,1; seed=1..3";

    @TempDir
    Path folder;

    private static SweepFolder.Plan plan(TrainSettings settings, String grid, String shard) throws Problem {
        return new SweepFolder.Plan(Grid.parse(settings, grid), 1, Shard.parse(shard));
    }

    private SweepFolder swept(String name, SweepFolder.Plan plan, int jobs) throws Problem {
        try (SweepFolder sweep = SweepFolder.begin(folder.resolve(name), plan)) {
            assertTrue(new Sweep(sweep, jobs, Thread.NORM_PRIORITY, new SweepListener() {}).run());
            return sweep;
        }
    }

    /** The table but for its last column, the seconds. */
    private String table(String name) throws Exception {
        return Files.readAllLines(folder.resolve(name).resolve(SweepFolder.TABLE)).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void howManyRunsAreMadeAtOnceChangesNoNumber() throws Exception {
        swept("one", plan(TOY, SMALL, "1/1"), 1);
        swept("three", plan(TOY, SMALL, "1/1"), 3);
        assertEquals(table("one"), table("three"));
        assertEquals(1 + 18, table("one").lines().count());
    }

    @Thorough
    @Test
    void aRunOfASweepIsTheRunThatIsMadeAlone() throws Exception {
        TrainSettings few = Preset.FEW_LABELS.settings().with(draft -> {
            draft.images = 200;
            draft.epochs = 2;
        });
        SweepFolder sweep = swept("sweep", plan(few, "temperature=2,8; seed=1,2", "1/1"), 2);
        Engine.onThisThread(1);
        try {
            MaterialsCache cache = new MaterialsCache();
            for (int run = 0; run < 4; run++) {
                TrainSettings settings = sweep.plan().grid().settings(run);
                List<Integer> alone = new ArrayList<>();
                SeedRuns.run(
                        settings,
                        cache.materials(settings, ProgressMonitor.none()),
                        ProgressMonitor.none(),
                        false,
                        event -> {
                            if (event instanceof TrainEvent.SeedFinished finished) {
                                finished.result().arms().values().forEach(arm -> alone.add(arm.testErrors()));
                            }
                        });
                RunHeader kept = RunFile.header(sweep.file(run));
                assertEquals(
                        alone,
                        kept.results().get(0).arms().values().stream()
                                .map(arm -> arm.testErrors())
                                .toList());
            }
        } finally {
            Engine.onThisThread(0);
        }
    }

    /** What stands in the record of a run but for times. */
    private static String record(SweepFolder sweep, int run) throws Exception {
        return Files.readString(sweep.file(run))
                .replaceAll("\"(seconds|imagesPerSecond)\" : [-0-9.E]+", "$1")
                .replaceAll("\"seconds\" : \\[[^]]*\\]", "seconds")
                .replaceFirst("\"started\" : \"[^\"]*\"", "started");
    }

    private void sameWithoutSharing(TrainSettings settings, String grid) throws Exception {
        SweepFolder.Plan plan = plan(settings, grid, "1/1");
        SweepFolder shared = swept("shared", plan, 2);
        try (SweepFolder alone = SweepFolder.begin(folder.resolve("alone"), plan)) {
            SharedArms nothing = new SharedArms(0);
            assertTrue(new Sweep(alone, 1, Thread.NORM_PRIORITY, new SweepListener() {}, nothing).run());
            for (int run = 0; run < plan.grid().size(); run++) {
                assertEquals(
                        record(alone, run), record(shared, run), plan.grid().name(run));
            }
        }
        assertEquals(table("alone"), table("shared"));
    }

    @Thorough
    @Test
    void armsThatRunsShareAreThoseThatEachWouldTrain() throws Exception {
        TrainSettings few = Preset.FEW_LABELS.settings().with(draft -> {
            draft.images = 200;
            draft.epochs = 2;
        });
        sameWithoutSharing(few, "method=hinton,logits; temperature=2,8; alpha=0.5,1; seed=1,2");
        Set<Double> learned = new HashSet<>();
        for (RunHeader run : SweepFolder.open(folder.resolve("shared")).done().values()) {
            learned.add(run.results().get(0).of(ArmName.LABELS_ONLY).seconds());
        }
        assertTrue(learned.size() <= 2 * 2, "each of two workers trains one for each of two seeds at most: " + learned);
    }

    @Test
    void whatTouchesALabelsOnlyStudentIsNotShared() throws Exception {
        sameWithoutSharing(TOY, "learning-rate=0.001,0.01; batch=8,32; smoothing=0.1,0.3; epochs=1,2");
    }

    @Test
    void anArmThatIsLostIsLostInEveryRunThatSharesIt() throws Exception {
        sameWithoutSharing(
                TOY.with(draft -> {
                    draft.optimiser = new Optimiser.Sgd(0.9);
                    draft.initialisation = Initialisation.parse("normal:10");
                }),
                "learning-rate=0.01,10; temperature=1,4; student=10-300-300-300-2");
    }

    @Test
    void aRunOfASweepCanBeMadeAgain() throws Exception {
        SweepFolder sweep = swept("sweep", plan(MadeRuns.toy(20), "seed=4,5", "1/1"), 2);
        var kept = RunFile.read(sweep.file(1));
        var again = new RunAgain(kept, new MaterialsCache(), ProgressMonitor.none(), event -> {}).make();
        assertEquals(List.of(), kept.differences(again));
    }

    @Test
    void partsThatArePutTogetherGiveTheTableOfTheWhole() throws Exception {
        swept("whole", plan(TOY, SMALL, "1/1"), 2);
        List<Path> parts = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            swept("part" + i, plan(TOY, SMALL, i + "/4"), 2);
            parts.add(folder.resolve("part" + i));
        }
        Problem missing =
                assertThrows(Problem.class, () -> SweepMerge.merge(parts.subList(0, 3), folder.resolve("missing")));
        assertTrue(missing.getMessage().contains("missing"), missing.getMessage());
        assertFalse(Files.exists(folder.resolve("missing")));
        Problem twice = assertThrows(
                Problem.class,
                () -> SweepMerge.merge(List.of(parts.get(0), parts.get(1), parts.get(0)), folder.resolve("twice")));
        assertTrue(twice.getMessage().contains("twice"), twice.getMessage());
        SweepMerge.merge(parts, folder.resolve("merged")).close();
        assertEquals(table("whole"), table("merged"));
        assertEquals(18, SweepFolder.open(folder.resolve("merged")).done().size());
        swept("merged", plan(TOY, SMALL, "1/1"), 2); // and it is a sweep like any other
    }

    @Test
    void aFolderOfAnotherSweepIsRefusedByWhatDiffers() throws Exception {
        swept("sweep", plan(TOY, "seed=1,2", "1/1"), 1);
        refused("grid", plan(TOY, "seed=1,3", "1/1"));
        refused("epochs there is 2, and here 3", plan(MadeRuns.toy(3), "seed=1,2", "1/1"));
        refused("shard", plan(TOY, "seed=1,2", "1/2"));
        refused("live.batchSize", plan(TOY.with(draft -> draft.live = draft.live.withBatchSize(8)), "seed=1,2", "1/1"));
        Files.writeString(folder.resolve("sweep").resolve("sweep.json"), "{\"mine\": 1}");
        refused("is not a sweep", plan(TOY, "seed=1,2", "1/1"));
        Files.createDirectories(folder.resolve("other").resolve("runs"));
        Problem used = assertThrows(
                Problem.class, () -> SweepFolder.begin(folder.resolve("other"), plan(TOY, "seed=1,2", "1/1")));
        assertTrue(used.getMessage().contains("no sweep"), used.getMessage());
    }

    private void refused(String words, SweepFolder.Plan plan) {
        Problem other = assertThrows(Problem.class, () -> SweepFolder.begin(folder.resolve("sweep"), plan));
        assertTrue(other.getMessage().contains(words), other.getMessage());
    }

    @Test
    void oneProgramAtATimeWorksInAFolder() throws Exception {
        SweepFolder.Plan plan = plan(TOY, "seed=1,2", "1/1");
        try (SweepFolder mine = SweepFolder.begin(folder.resolve("sweep"), plan)) {
            Problem busy = assertThrows(Problem.class, () -> SweepFolder.begin(mine.folder(), plan));
            assertTrue(busy.getMessage().contains("Another program"), busy.getMessage());
        }
    }

    @Test
    void aRunThatIsNotOfThisSweepIsNamed() throws Exception {
        SweepFolder sweep = swept("sweep", plan(TOY, "seed=1,2", "1/1"), 1);
        Files.copy(sweep.file(0), folder.resolve("kept"));
        Files.delete(sweep.file(1));
        Files.move(sweep.file(0), sweep.file(1));
        Problem broken = assertThrows(Problem.class, sweep::done);
        assertTrue(broken.getMessage().contains("000001.run.json does not belong"), broken.getMessage());
        Files.writeString(sweep.file(1), "{\"distillery\": \"ru");
        assertTrue(assertThrows(Problem.class, sweep::done).getMessage().contains("000001.run.json is damaged. Move"));
    }

    @Test
    void aDamagedRunHidesNoOther() throws Exception {
        SweepFolder sweep = swept("sweep", plan(TOY, "seed=1,2", "1/1"), 1);
        Files.writeString(sweep.file(0), "");
        SweepFolder.Found found = sweep.find();
        assertEquals(Set.of(1), found.done().keySet());
        assertEquals(1, found.refused().size());
    }

    @Test
    void aSweepThatIsCancelledGoesOnWhereItStopped() throws Exception {
        SweepFolder.Plan plan = plan(TOY, SMALL, "1/1");
        List<Integer> first = new ArrayList<>();
        try (SweepFolder sweep = SweepFolder.begin(folder.resolve("sweep"), plan)) {
            Sweep[] mine = new Sweep[1];
            mine[0] = new Sweep(sweep, 2, Thread.NORM_PRIORITY, new SweepListener() {
                @Override
                public void finished(int run, RunHeader header, int done, int all) {
                    first.add(run);
                    if (done == 5) {
                        mine[0].cancel();
                    }
                }
            });
            assertFalse(mine[0].run());
        }
        assertTrue(first.size() >= 5 && first.size() <= 6, first::toString);
        assertEquals(1 + first.size(), table("sweep").lines().count());
        List<Integer> second = new ArrayList<>();
        try (SweepFolder sweep = SweepFolder.begin(folder.resolve("sweep"), plan)) {
            assertTrue(new Sweep(sweep, 2, Thread.NORM_PRIORITY, new SweepListener() {
                        @Override
                        public void finished(int run, RunHeader header, int done, int all) {
                            second.add(run);
                        }
                    })
                    .run());
        }
        assertEquals(18, first.size() + second.size());
        swept("whole", plan, 2);
        assertEquals(table("whole"), table("sweep"));
    }

    @Test
    void aPausedSweepStandsStillUntilItIsResumed() throws Exception {
        try (SweepFolder folderOfSweep = SweepFolder.begin(folder.resolve("sweep"), plan(TOY, SMALL, "1/1"))) {
            Sweep sweep = new Sweep(folderOfSweep, 2, Thread.MIN_PRIORITY, new SweepListener() {});
            sweep.pause();
            Thread working = new Thread(() -> {
                try {
                    sweep.run();
                } catch (Problem broken) {
                    throw new IllegalStateException(broken);
                }
            });
            working.start();
            working.join(300);
            assertEquals(0, sweep.done().size());
            sweep.resume();
            working.join(60_000);
            assertEquals(18, sweep.done().size());
        }
    }

    @Test
    void theMapSaysWhatTheRunsSay() throws Exception {
        SweepFolder sweep = swept("sweep", plan(MadeRuns.toy(10), SMALL, "1/1"), 2);
        List<SweepCell> cells = SweepCell.all(sweep.plan().grid(), sweep.done());
        assertEquals(6, cells.size());
        SweepCell cell = cells.get(3);
        assertEquals("{temperature=4, alpha=1}", cell.values().toString());
        List<Integer> errors = new ArrayList<>();
        for (int run : cell.runs()) {
            errors.add(
                    sweep.done().get(run).results().get(0).of(ArmName.DISTILLED).testErrors());
        }
        assertEquals(
                errors.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                cell.errors().mean(),
                1e-9);
        assertTrue(cell.isComplete());
        assertTrue(cell.overLabels().p() >= 0 && cell.overLabels().p() <= 1);
        assertTrue(cell.overLabels().isTested());
    }

    @Test
    void aLossThatStopsBeingANumberIsARunWithoutOne() throws Exception {
        SweepFolder sweep = swept(
                "sweep",
                plan(
                        TOY.with(draft -> draft.optimiser = new Optimiser.Sgd(0.9)),
                        "initialisation=he,normal:10; learning-rate=0.01,10; student=10-300-300-300-2; seed=1..3",
                        "1/1"),
                2);
        List<SweepCell> cells = SweepCell.all(sweep.plan().grid(), sweep.done());
        assertEquals(Verdict.Outcome.DIVERGED, cells.get(3).overLabels().outcome());
        assertTrue(cells.get(0).overLabels().isTested());
        assertTrue(table("sweep").contains("diverged"));
    }
}
