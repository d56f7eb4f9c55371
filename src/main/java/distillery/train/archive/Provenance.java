package distillery.train.archive;

import distillery.data.Problem;
import distillery.data.Required;
import distillery.net.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which programs and on what machine a run was made: where these are the same, the same settings give the same numbers.
 *
 * @param program the version of this program
 * @param cores how many the machine has; with {@code threads} they decide how a net's sums are cut into parts
 * @param threads how many each net was given; 0 where the size of each net decided
 */
public record Provenance(
        String program, String java, String nd4j, String system, String processor, int cores, int threads) {
    public Provenance {
        Required.nonNull(program, "program");
        Required.nonNull(java, "java");
        Required.nonNull(nd4j, "nd4j");
        Required.nonNull(system, "system");
        Required.nonNull(processor, "processor");
    }

    /** Of runs that the calling thread makes now. */
    public static Provenance here() {
        return new Provenance(
                ofProgram(),
                System.getProperty("java.version", ""),
                Engine.version(),
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                Runtime.getRuntime().availableProcessors(),
                Engine.threads());
    }

    private static String ofProgram() {
        try (InputStream in = Provenance.class.getResourceAsStream("/assets/version.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What is another here, so that last digits and with them whole runs may differ: a sentence; null if nothing is. */
    public @Nullable Problem differences(Provenance here) {
        List<String> different = new ArrayList<>();
        compare("Distillery", program, here.program, different);
        compare("Java", java, here.java, different);
        compare("ND4J", nd4j, here.nd4j, different);
        compare("OS", system, here.system, different);
        compare("CPU", processor, here.processor, different);
        if (threads == 0) { // else the cores decide nothing
            compare("CPU cores", String.valueOf(cores), String.valueOf(here.cores), different);
        }
        return different.isEmpty() ? null : new Problem("record.versions", String.join(", ", different));
    }

    private static void compare(String name, String then, String now, List<String> different) {
        if (!then.equals(now)) {
            different.add(name + " " + then + " / " + now);
        }
    }
}
