package distillery;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no window can open, one sentence says what to do about it. */
class LauncherTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.lang.UnsupportedOperationException: Unable to open DISPLAY                     | set DISPLAY
            java.lang.UnsupportedOperationException: Unable to load glass GTK library.          | install it
            java.lang.UnsatisfiedLinkError: no glass in java.library.path                       | install it
            java.lang.UnsupportedClassVersionError: javafx/application/Application (67.0, 61.0) | build it anew
            java.lang.RuntimeException: No toolkit found                                        | DISTILLERY_CACHE
            java.lang.UnsatisfiedLinkError: libprism.so: failed to map segment                  | .openjfx
            java.lang.IllegalStateException: the moon is full                                   | the moon is full
            """)
    void whatJavaFxSaysBecomesARemedy(String said, String remedy) {
        assertTrue(Launcher.remedy(said).contains(remedy), Launcher.remedy(said));
        assertTrue(Launcher.remedy(said).startsWith("Distillery "), Launcher.remedy(said));
    }

    /** Each way to name a path on the command line, where plain ASCII is all that the system's language has. */
    @Thorough
    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --data PATH",
                "train --data PATH/set",
                "train --set-up PATH",
                "train --preset toy --out PATH",
                "make-teacher PATH",
                "check-losses PATH",
                "lesson check PATH"
            })
    @EnabledOnOs(OS.LINUX)
    void aPathThatThisLanguageCannotNameIsBlamedOnTheLanguage(String command) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = "exec \"$0\" -cp \"$1\" distillery.Launcher "
                + command.replace("PATH", "\"$(printf '/nowhere/\\351\\251\\254')\"");
        ProcessBuilder start = new ProcessBuilder("/bin/sh", "-c", line, java, System.getProperty("java.class.path"));
        start.environment().put("LC_ALL", "C");
        Process process = start.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() > 0, said);
        assumeFalse(said.contains("ClassNotFoundException"), "the class path of the tests is not the program's");
        assertTrue(said.contains("LC_ALL=C.UTF-8") && !said.contains("Exception"), said);
    }
}
