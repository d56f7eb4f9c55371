package distillery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sweep saves: runs of {@code few-labels} as {@code train} makes them one after the other, each in a Java of its own,
 * against one sweep, with the cores shared out in different ways. All take turns, so that a machine that is slower for a while
 * is slower for all. The sample has nine cells, each with the same two seeds; of a larger grid a smaller part has to be trained
 * that cells share.
 */
final class SweepBench {
    private static final int RUNS = 18;
    private static final String GRID = "temperature=2,4,8; alpha=0.5,0.9,1; seed=1,2";
    private static final List<String> TEMPERATURES = List.of("2", "8");

    /** Runs at once, and threads for each net. */
    private static final int[][] SPLITS = {{2, 1}, {1, 2}, {1, 1}};

    private final Report report = new Report("SweepBench");
    private final String preset;

    private SweepBench(String preset) {
        this.preset = preset;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        new SweepBench(arguments.length > 1 ? arguments[1] : "few-labels").run(rounds);
    }

    private void run(int rounds) throws Exception {
        List<Double> single = new ArrayList<>();
        List<List<Double>> sweeps = new ArrayList<>();
        for (int i = 0; i < SPLITS.length; i++) {
            sweeps.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < SPLITS.length; i++) {
                single.add(single(round * SPLITS.length + i));
                sweeps.get(i).add(sweep(SPLITS[i]));
            }
        }
        Spread alone = spread(single);
        report.row("preset", preset, "one train call, seconds", alone);
        for (int i = 0; i < SPLITS.length; i++) {
            Spread together = spread(sweeps.get(i));
            report.row("runs at once", SPLITS[i][0], "threads a net", SPLITS[i][1], "a run of the sweep, seconds", together);
            report.finding(
                    SPLITS[i][0] + " at once on " + SPLITS[i][1] + ": sweep's time : train's",
                    together.median() / alone.median());
        }
        report.write();
    }

    private static Spread spread(List<Double> seconds) {
        return Spread.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double single(int number) throws IOException, InterruptedException {
        String temperature = TEMPERATURES.get(number % TEMPERATURES.size());
        String seed = String.valueOf(1 + number % 3);
        return seconds(List.of(
                "train", "--preset", preset, "--temperature", temperature, "--alpha", "0.9", "--seed", seed));
    }

    /** For one of its runs. */
    private double sweep(int[] split) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sweep-bench");
        try {
            List<String> command = List.of(
                    "sweep",
                    "--preset",
                    preset,
                    "--grid",
                    GRID,
                    "--out",
                    folder.toString(),
                    "--jobs",
                    String.valueOf(split[0]),
                    "--threads",
                    String.valueOf(split[1]));
            return seconds(command) / RUNS;
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static double seconds(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "distillery.Launcher"));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed");
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
