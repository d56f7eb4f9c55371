package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.train.archive.RunArchive;
import distillery.train.sweep.SweepFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SweepCommandTest {
    private static final List<String> TOY = List.of("sweep", "--preset", "toy", "--epochs", "30", "--jobs", "2");
    private static final String GRID = "temperature=1,2,4,8,20; alpha=0.5,1; seed=1..4";
    private static final int KILLS = 10;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(List<String> arguments) {
        CommandLine line = Distillery.line();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static List<String> toy(String grid, Path out, String... more) {
        List<String> arguments = new ArrayList<>(TOY);
        arguments.addAll(List.of("--grid", grid, "--out", out.toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String table(Path sweep) throws Exception {
        return Files.readAllLines(sweep.resolve(SweepFolder.TABLE)).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> runs(Path sweep) throws Exception {
        if (!Files.isDirectory(sweep.resolve("runs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(sweep.resolve("runs"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Thorough
    @Test
    void killedAtAnyMomentItLosesAtMostWhatWasUnderWay() throws Exception {
        Path killed = folder.resolve("killed");
        Random random = new Random(1);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "distillery.Launcher"));
        command.addAll(toy(GRID, killed));
        for (int i = 0; i < KILLS; i++) {
            List<Path> before = runs(killed);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            boolean over = process.waitFor(600 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertTrue(!over || process.exitValue() == 0, () -> "it ended by itself");
            assertTrue(runs(killed).containsAll(before), "a run that was done is gone");
            if (Files.isDirectory(killed.resolve("runs"))) {
                assertEquals(
                        runs(killed).size(),
                        new RunArchive(killed.resolve("runs")).list().runs().size(),
                        "a file is not whole");
            }
        }
        assertEquals(0, run(toy(GRID, killed)), err.toString());
        Path whole = folder.resolve("whole");
        assertEquals(0, run(toy(GRID, whole)), err.toString());
        assertEquals(table(whole), table(killed));
        assertEquals(40, runs(killed).size());
    }

    @Test
    void theMapIsPrintedAndTheFolderCanBeShownAndListed() {
        Path sweep = folder.resolve("sweep");
        String grid = "temperature=1,4; alpha=0.5,1; seed=1..3";
        assertEquals(0, run(toy(grid, sweep)), err.toString());
        String map = out.toString().substring(out.toString().indexOf("Errors of"));
        out.getBuffer().setLength(0);
        assertEquals(0, run(List.of("sweep", "show", sweep.toString())), err.toString());
        assertEquals(map.strip(), out.toString().strip());
        assertTrue(map.contains("temperature \\ alpha"), map);
        out.getBuffer().setLength(0);
        assertEquals(0, run(List.of("runs", "list", sweep.toString())), err.toString());
        assertEquals(12, out.toString().lines().count());
        assertEquals(0, run(List.of("runs", "again", sweep + "/runs/000011.run.json")), err.toString());
        assertTrue(out.toString().contains("every number is the same"), out.toString());
        assertEquals(0, run(List.of("runs", "show", sweep + "/runs/000011.run.json")), err.toString());
        assertTrue(out.toString().contains("\"temperature\" : 4.0"), out.toString());
    }

    @Test
    void partsArePutTogether() throws Exception {
        String grid = "temperature=1,4; seed=1..3";
        assertEquals(0, run(toy(grid, folder.resolve("a"), "--shard", "1/2")), err.toString());
        assertEquals(0, run(toy(grid, folder.resolve("b"), "--shard", "2/2")), err.toString());
        assertEquals(0, run(toy(grid, folder.resolve("whole"))), err.toString());
        List<String> merge = List.of(
                "sweep",
                "merge",
                folder.resolve("b").toString(),
                folder.resolve("a").toString(),
                "--out");
        List<String> all = new ArrayList<>(merge);
        all.add(folder.resolve("merged").toString());
        assertEquals(0, run(all), err.toString());
        assertEquals(table(folder.resolve("whole")), table(folder.resolve("merged")));
        assertEquals(1, run(List.of("sweep", "merge", folder.resolve("a").toString(), "--out", folder + "/half")));
        assertTrue(err.toString().contains("3 are missing"), err.toString());
    }

    @Test
    void wrongOptionsAreRefusedBeforeAnythingIsWritten() {
        Path sweep = folder.resolve("sweep");
        assertEquals(2, run(List.of("sweep", "--out", sweep.toString())));
        assertEquals(2, run(toy("warmth=1", sweep)));
        assertEquals(2, run(toy("seed=1..3", sweep, "--seed", "4")));
        assertEquals(2, run(toy("seed=1..3", sweep, "--shard", "3/2")));
        assertEquals(2, run(toy("seed=1..3", sweep, "--threads", "0")));
        assertTrue(Files.notExists(sweep));
        assertTrue(err.toString().contains("not a setting that a sweep can vary"), err.toString());
    }
}
