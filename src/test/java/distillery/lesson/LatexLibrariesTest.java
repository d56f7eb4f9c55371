package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Libraries for formulas must not be loaded beside those of the engine, so all of them can be loaded before. */
@EnabledOnOs(OS.LINUX)
class LatexLibrariesTest {
    @Test
    void onceTheyAreLoadedNoFormulaNeedsAnother() throws IOException, InterruptedException {
        Process fresh = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LatexLibrariesTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(fresh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, fresh.waitFor(), said);
        assertTrue(said.contains("libfontmanager.so"), "it loads what it should, and this would show: " + said);
        assertEquals("[]", said.lines().reduce("", (before, line) -> line), said);
    }

    /** Says what {@link Latex#loadLibraries} loads, and what formulas load then. */
    public static void main(String[] arguments) {
        Set<String> first = libraries();
        Latex.loadLibraries();
        Set<String> then = libraries();
        Stream.of("x^2", "\\frac{\\mathrm{KL}(p\\,\\|\\,q)}{T^2}", "\\sum_i \\mathcal{L}_i", "无")
                .forEach(Latex::complaint);
        Set<String> last = libraries();
        last.removeAll(then);
        then.removeAll(first);
        System.out.println(then);
        System.out.println(last);
    }

    /** All but Java's own for ZIP files, which the window has loaded long before. */
    private static Set<String> libraries() {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.map(line -> line.substring(line.lastIndexOf('/') + 1))
                    .filter(name -> name.contains(".so") && !name.equals("libzip.so"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
