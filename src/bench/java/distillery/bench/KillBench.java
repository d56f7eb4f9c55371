package distillery.bench;

import distillery.data.Problem;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunLabel;
import distillery.train.archive.RunRecord;
import distillery.train.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a kill costs: SIGKILL at random moments, of a sweep, of {@code train --keep}, and of a program that does nothing but
 * write records. After each kill every file must be whole, and all that the program said it had kept must be there. At the end
 * the sweep that was killed must have the table of one that was not.
 */
final class KillBench {
    private static final int KILLS = 50;
    private static final String GRID = "temperature=1,2,4,8,20; alpha=0.5,0.9,1; seed=1..50";
    private static final Pattern DONE = Pattern.compile("(?m)^\\s*(\\d+) of \\d+");
    private static final int JOBS = 2;

    private final Report report = new Report("KillBench");
    private final Random random;
    private final Path home;

    private KillBench(long seed, Path home) {
        random = new Random(seed);
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("write")) {
            write(Path.of(arguments[1]));
            return;
        }
        Path home = Files.createTempDirectory("kill-bench");
        KillBench bench = new KillBench(arguments.length > 0 ? Long.parseLong(arguments[0]) : 1, home);
        String part = arguments.length > 1 ? arguments[1] : "all";
        if (part.equals("sweep") || part.equals("all")) {
            bench.sweep();
        }
        if (part.equals("keep") || part.equals("all")) {
            bench.keep();
        }
        if (part.equals("archive") || part.equals("all")) {
            bench.archive();
        }
        bench.report.write();
        delete(home);
    }

    private void sweep() throws Exception {
        Path folder = home.resolve("sweep");
        List<String> command = java("distillery.Launcher");
        command.addAll(toySweep(folder));
        int damaged = 0;
        int lost = 0;
        int kills = 0;
        int most = 0;
        int first = untilSaid(command, DONE);
        Set<Path> before = runs(folder.resolve("runs"));
        for (int i = 0; i < KILLS; i++) {
            Path said = home.resolve("sweep-" + i + ".txt");
            kills += killed(command, said, first / 2 + random.nextInt(first)) ? 1 : 0;
            Set<Path> now = runs(folder.resolve("runs"));
            lost += (int) before.stream().filter(run -> !now.contains(run)).count();
            lost += Math.max(0, announced(said) - now.size());
            damaged += refused(folder.resolve("runs"));
            most = Math.max(most, now.size() - before.size());
            before = now;
        }
        run(command, home.resolve("rest.txt"));
        Path whole = home.resolve("whole");
        List<String> undisturbed = java("distillery.Launcher");
        undisturbed.addAll(toySweep(whole));
        run(undisturbed, home.resolve("whole.txt"));
        report.row("sweep: kills", kills, "runs kept in between", before.size(), "most in one life", most);
        report.finding("sweep: records lost that were said to be kept", lost);
        report.finding("sweep: damaged records", damaged);
        report.finding("sweep: same table as without a kill", table(folder).equals(table(whole)));
    }

    private static List<String> toySweep(Path folder) {
        return List.of(
                "sweep", "--preset", "toy", "--epochs", "30", "--jobs", String.valueOf(JOBS), "--grid", GRID, "--out",
                folder.toString());
    }

    private void keep() throws Exception {
        Path user = home.resolve("user");
        int kills = 0;
        int kept = 0;
        int lost = 0;
        int damaged = 0;
        int once = 0;
        for (int i = -1; i <= KILLS; i++) {
            List<String> command = java("-Ddistillery.home=" + user, "distillery.Launcher");
            command.addAll(List.of("train", "--preset", "toy", "--epochs", "20", "--keep", "run " + i));
            int before = runs(user.resolve("runs")).size();
            if (i <= 0) { // only to know how long it takes; the first time it takes longer
                long start = System.nanoTime();
                run(command, home.resolve("keep.txt"));
                once = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                continue;
            }
            boolean wasKilled = killed(command, home.resolve("keep.txt"), 6 * once / 10 + random.nextInt(4 * once / 10));
            int now = runs(user.resolve("runs")).size();
            kills += wasKilled ? 1 : 0;
            kept += now - before;
            lost += now < before + (wasKilled ? 0 : 1) ? 1 : 0;
            damaged += refused(user.resolve("runs"));
        }
        report.row("train --keep: kills", kills, "runs kept", kept);
        report.finding("train --keep: records lost", lost);
        report.finding("train --keep: damaged records", damaged);
    }

    /** The writer says what it has done after it has; whatever it said must be so, and one step more may be. */
    private void archive() throws Exception {
        Path folder = home.resolve("archive");
        Files.createDirectories(folder);
        List<String> command = java("distillery.bench.KillBench", "write");
        command.add(folder.toString());
        int kills = 0;
        int wrong = 0;
        int damaged = 0;
        int steps = 0;
        int first = untilSaid(command, Pattern.compile("(?m)^added .*run.json"));
        for (int i = 0; i < KILLS; i++) {
            Path said = home.resolve("archive.txt");
            kills += killed(command, said, first + random.nextInt(1_000)) ? 1 : 0;
            steps += (int) Files.readAllLines(said).stream().filter(line -> line.contains(" ")).count();
            damaged += refused(folder);
            wrong += wrong(folder, said) ? 1 : 0;
        }
        report.row("writing records: kills", kills, "changes made in between", steps);
        report.finding("writing records: something said to be kept was not", wrong);
        report.finding("writing records: damaged records", damaged);
    }

    /** Adds, labels, deletes and restores records for as long as it lives. */
    private static void write(Path folder) throws Exception {
        RunArchive archive = new RunArchive(folder);
        RunRecord sample = Records.one();
        List<String> mine = new ArrayList<>();
        Random random = new Random();
        for (int i = 0; ; i++) {
            if (mine.size() < 3) {
                mine.add(archive.add(sample));
                System.out.println("added " + mine.get(mine.size() - 1));
            } else if (i % 3 == 0) {
                String id = mine.get(random.nextInt(mine.size()));
                archive.relabel(id, RunLabel.NONE.withName("change " + i));
                System.out.println("labelled " + id + " change " + i);
            } else {
                String id = mine.remove(random.nextInt(mine.size()));
                archive.delete(id);
                System.out.println("deleted " + id);
            }
        }
    }

    private static boolean wrong(Path folder, Path said) throws IOException, Problem {
        Map<String, String> state = new TreeMap<>();
        String last = "";
        List<String> lines = Files.readAllLines(said).stream()
                .filter(line -> line.contains(" "))
                .toList();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            state.put(words[1], words[0].equals("labelled") ? words[2] : words[0]);
            last = words[1];
        }
        Map<String, Kept> there = new RunArchive(folder)
                .list().runs().stream().collect(Collectors.toMap(Kept::id, kept -> kept));
        int different = 0;
        for (Map.Entry<String, String> each : state.entrySet()) {
            Kept kept = there.get(each.getKey());
            boolean deleted = each.getValue().equals("deleted");
            boolean labelled = each.getValue().startsWith("change");
            boolean asSaid = deleted == (kept == null)
                    && (!labelled || kept == null || kept.header().label().name().equals(each.getValue()));
            different += asSaid ? 0 : 1;
        }
        return different > (last.isEmpty() ? 0 : 1); // one change may have been made and not been said
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** How many milliseconds a program takes to its first words of this kind; it is killed then. */
    private int untilSaid(List<String> command, Pattern words) throws Exception {
        Path said = home.resolve("first.txt");
        long start = System.nanoTime();
        Process process = start(command, said);
        while (process.isAlive() && !words.matcher(Files.readString(said).replace('\r', '\n')).find()) {
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Whether it lived until it was killed. */
    private static boolean killed(List<String> command, Path said, int millis) throws Exception {
        Process process = start(command, said);
        boolean over = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor(); // SIGKILL on Linux
        if (over && process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        return !over;
    }

    private static void run(List<String> command, Path said) throws Exception {
        if (start(command, said).waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
    }

    private static Process start(List<String> command, Path said) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static Set<Path> runs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".run.json")
                            && !file.getFileName().toString().startsWith("."))
                    .collect(Collectors.toSet());
        }
    }

    /** How many the sweep said were done, those of earlier lives included. */
    private static int announced(Path said) throws IOException {
        int most = 0;
        Matcher lines = DONE.matcher(Files.readString(said).replace('\r', '\n'));
        while (lines.find()) {
            most = Math.max(most, Integer.parseInt(lines.group(1)));
        }
        return most;
    }

    private static int refused(Path folder) throws Problem {
        return Files.isDirectory(folder) ? new RunArchive(folder).list().refused().size() : 0;
    }

    private static String table(Path sweep) throws IOException {
        return Files.readAllLines(sweep.resolve(SweepFolder.TABLE)).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
