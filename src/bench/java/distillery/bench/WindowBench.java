package distillery.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import javafx.application.Application;

/**
 * The real window by the clock: how soon it is there, how fast a slider answers, how smooth it stays while nets learn,
 * what that costs the nets, and what memory it takes. Each part runs in a Java of its own, started as a user starts the
 * program. It needs a display, Xvfb will do.
 */
final class WindowBench {
    private static final String PROBE = "probe";
    /** What the start script and the launcher tell Java. */
    private static final List<String> AS_STARTED = List.of(
            "-Djava.awt.headless=true",
            "-XX:MaxGCPauseMillis=20",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:InitiatingHeapOccupancyPercent=80");

    private static final int STARTS = Integer.getInteger("starts", 5);
    private static final int MINUTES = Integer.getInteger("minutes", 30);

    private WindowBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals(PROBE)) {
            boolean bare = arguments[1].equals(BareWindow.PART);
            Application.launch(bare ? BareWindow.class : WindowProbe.class, arguments[1]);
            return;
        }
        List<String> parts = arguments.length == 0 ? List.of("start", "slider", "archive", "idle", "digits", "plane", "experiment", "train", "memory") : List.of(arguments);
        Report report = new Report("WindowBench");
        for (String part : parts) {
            if (part.equals("start")) {
                start(report);
            } else {
                Map<String, List<Double>> figures = new LinkedHashMap<>();
                probe(part, System.getProperty("java.class.path"), List.of(), figures);
                tell(report, "", figures);
            }
        }
        report.write();
    }

    /**
     * From jars, as the program comes: as it is, and with the archive of classes that the start script leaves; and a
     * window with nothing in it, for machines differ and waver. In turns.
     */
    private static void start(Report report) throws Exception {
        Path folder = Files.createTempDirectory("distillery-jars");
        String jars = jars(folder);
        Path archive = folder.resolve("archive");
        boolean learns = Runtime.version().feature() >= 25;
        String make = learns ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        String use = learns ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        probe("start", jars, List.of(make + archive), new LinkedHashMap<>());
        Map<String, List<Double>> bare = new LinkedHashMap<>();
        Map<String, List<Double>> plain = new LinkedHashMap<>();
        Map<String, List<Double>> archived = new LinkedHashMap<>();
        for (int i = 0; i < STARTS; i++) {
            probe(BareWindow.PART, jars, List.of(), bare);
            probe("start", jars, List.of(), plain);
            probe("start", jars, List.of(use + archive), archived);
            probe(WindowProbe.RUN, jars, List.of(), plain);
            probe(WindowProbe.RUN, jars, List.of(use + archive), archived);
        }
        tell(report, "", bare);
        tell(report, "", plain);
        tell(report, ", with the archive", archived);
    }

    /** The class path with a jar in place of every folder. */
    private static String jars(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String jar = folder.resolve(jars.size() + ".jar").toString();
            boolean packed = Files.isDirectory(Path.of(entry));
            if (packed
                    && ToolProvider.findFirst("jar").orElseThrow().run(
                                    System.out, System.err, "--create", "--file", jar, "-C", entry, ".")
                            != 0) {
                throw new IllegalStateException("no jar of " + entry);
            }
            jars.add(packed ? jar : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void tell(Report report, String how, Map<String, List<Double>> figures) {
        figures.forEach((what, values) -> report.finding(
                what + how,
                values.size() == 1
                        ? values.get(0)
                        : Spread.of(values.stream().mapToDouble(v -> v).toArray())));
    }

    /** Starts the program with a probe in it, and reads what the probe says: {@code name = number}. */
    private static void probe(
            String part, String classPath, List<String> options, Map<String, List<Double>> figures)
            throws Exception {
        Path home = Files.createTempDirectory("distillery-bench");
        String screen = List.of("train", "memory", "experiment").contains(part) ? "train" : "explore";
        Files.writeString(
                home.resolve("window.json"),
                """
                {"language": "en", "look": "LIGHT", "textScale": 1, "maximised": false, "screen": "%s", "recent": [],
                 "bounds": {"x": 0, "y": 0, "width": 1280, "height": 800}}
                """
                        .formatted(screen));
        if (part.equals("archive")) {
            Records.many(home.resolve("runs"));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddistillery.home=" + home,
                "-Dminutes=" + MINUTES));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, WindowBench.class.getName(), PROBE, part));
        command.add(1, "-Dborn=" + System.currentTimeMillis());
        command.addAll(1, AS_STARTED);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] pair = line.split(" = ", 2);
                if (pair.length == 2) {
                    figures.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(Double.parseDouble(pair[1]));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the window did not come to the end of \"" + part + "\"");
        }
    }
}
