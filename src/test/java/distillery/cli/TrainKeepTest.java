package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.setup.UserFolder;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.archive.RunAgain;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader;
import distillery.train.archive.RunLabel;
import distillery.train.archive.RunRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code train --keep}: the run stands where the window has its runs. */
@SuppressWarnings("NullAway") // what is not there fails the test
class TrainKeepTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String before;

    @TempDir
    Path home;

    @BeforeEach
    void elsewhere() {
        before = System.setProperty(UserFolder.PROPERTY, home.toString());
    }

    @AfterEach
    void back() {
        if (before == null) {
            System.clearProperty(UserFolder.PROPERTY);
        } else {
            System.setProperty(UserFolder.PROPERTY, before);
        }
    }

    private int run(String... arguments) {
        CommandLine line = Distillery.line();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int train(String... more) {
        List<String> all = new ArrayList<>(List.of("train", "--preset", "toy", "--epochs", "2"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private List<Kept> kept() throws Exception {
        return new RunArchive(UserFolder.ofUser().runs()).list().runs();
    }

    @Test
    void aRunIsKeptUnderItsNameAndCanBeMadeAgain() throws Exception {
        assertEquals(0, train("--keep", "cold, 试一次", "--seeds", "2", "--temperature", "2"), err::toString);
        Kept run = kept().get(0);
        assertEquals(RunLabel.NONE.withName("cold, 试一次"), run.header().label());
        assertEquals(RunHeader.Ending.FINISHED, run.header().ending());
        assertEquals(2, run.header().settings().live().knobs().temperature());
        assertEquals(
                List.of(1L, 2L),
                run.header().seeds().stream().map(seed -> seed.seed()).toList());
        RunRecord opened = new RunArchive(UserFolder.ofUser().runs()).read(run.id());
        RunRecord again = new RunAgain(opened, new MaterialsCache(), ProgressMonitor.none(), event -> {}).make();
        assertEquals(List.of(), opened.differences(again));
        assertEquals(0, run("runs", "list"), err::toString);
        assertTrue(out.toString().contains(run.id() + " \"cold, 试一次\": hinton"), out.toString());
    }

    @Test
    void theFolderOfResultsHasTheSameRecord() throws Exception {
        Path results = home.resolve("results");
        assertEquals(0, train("--keep", "both", "--out", results.toString()), err::toString);
        RunRecord inArchive =
                new RunArchive(UserFolder.ofUser().runs()).read(kept().get(0).id());
        RunRecord inFolder = new RunArchive(results).read("run.json");
        assertEquals(List.of(), inArchive.differences(inFolder));
        assertEquals(inFolder.header().started(), inArchive.header().started());
    }

    @Test
    void withoutTheOptionOrAfterAMistakeNothingIsKept() throws Exception {
        assertEquals(0, train());
        assertEquals(2, train("--keep", "x".repeat(RunLabel.LONGEST_NAME + 1)));
        assertTrue(err.toString().contains("--keep takes a name of at most"), err.toString());
        assertFalse(Files.exists(UserFolder.ofUser().runs()));
    }

    @Test
    void twoOfTheSameSecondAreTwo() throws Exception {
        assertEquals(0, train("--keep", "same"));
        assertEquals(0, train("--keep", "same"));
        assertEquals(2, kept().size());
        assertEquals(
                Preset.TOY.settings().student(),
                kept().get(1).header().settings().student());
    }
}
