package distillery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Application;

/**
 * The real window by the clock: how soon it is there, how fast a slider answers, how smooth it stays while nets learn,
 * what that costs the nets, and what memory it takes. Each part runs in a Java of its own, started as a user starts the
 * program. It needs a display, Xvfb will do.
 */
final class WindowBench {
    private static final String PROBE = "probe";
    private static final int STARTS = Integer.getInteger("starts", 5);
    private static final int MINUTES = Integer.getInteger("minutes", 30);

    private WindowBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals(PROBE)) {
            Application.launch(WindowProbe.class, arguments[1]);
            return;
        }
        List<String> parts = arguments.length == 0 ? List.of("start", "slider", "train", "memory") : List.of(arguments);
        Report report = new Report("WindowBench");
        for (String part : parts) {
            int times = part.equals("start") ? STARTS : 1;
            Map<String, List<Double>> figures = new LinkedHashMap<>();
            for (int i = 0; i < times; i++) {
                probe(part, figures);
            }
            figures.forEach((what, values) -> report.finding(
                    what,
                    values.size() == 1
                            ? values.get(0)
                            : Spread.of(values.stream().mapToDouble(v -> v).toArray())));
        }
        report.write();
    }

    /** Starts the program with a probe in it, and reads what the probe says: {@code name = number}. */
    private static void probe(String part, Map<String, List<Double>> figures) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("distillery-bench");
        String screen = part.equals("slider") ? "explore" : "train";
        Files.writeString(
                home.resolve("window.json"),
                """
                {"language": "en", "look": "LIGHT", "textScale": 1, "maximised": false, "screen": "%s", "recent": [],
                 "bounds": {"x": 0, "y": 0, "width": 1280, "height": 800}}
                """
                        .formatted(screen));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddistillery.home=" + home,
                "-Dminutes=" + MINUTES));
        String options = System.getProperty("window.options", "");
        command.addAll(options.isBlank() ? List.of() : List.of(options.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WindowBench.class.getName(), PROBE, part));
        command.add(1, "-Dborn=" + System.currentTimeMillis());
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
