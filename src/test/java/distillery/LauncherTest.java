package distillery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
