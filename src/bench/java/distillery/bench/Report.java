package distillery.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A benchmark's figures: a line on the screen for each, and all of them in {@code target/bench/NAME.json}. */
final class Report {
    private static final PrintStream SCREEN = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final String name;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, Object> findings = new LinkedHashMap<>();

    Report(String name) {
        this.name = name;
        say(name + " on " + Machine.describe());
    }

    /** Adds a figure; names and values in turns. */
    void row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        rows.add(row);
        StringBuilder line = new StringBuilder();
        row.forEach((key, value) -> line.append(key).append(' ').append(text(value)).append("   "));
        say(line.toString());
    }

    /** Adds what follows from the figures. */
    void finding(String what, Object value) {
        findings.put(what, value);
        say(what + ": " + text(value));
    }

    void write() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", name);
        all.put("command", "mvn -q -Pbench test-compile exec:exec -Dbench=" + name);
        all.put("machine", Machine.facts());
        all.put("findings", findings);
        all.put("figures", rows);
        Path file = Path.of("target", "bench", name + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        say("written to " + file);
    }

    private static void say(String line) {
        SCREEN.println(line);
    }

    private static String text(Object value) {
        if (value instanceof Spread spread) {
            return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", spread.median(), spread.p10(), spread.p90());
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : String.valueOf(value);
    }
}
