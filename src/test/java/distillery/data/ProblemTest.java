package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Pattern RAISED =
            Pattern.compile("new Problem\\(\\s*(?:\\w+,\\s*)?\"([\\w.]+)\"", Pattern.DOTALL);

    private final Problem problem = new Problem("idx.counts", "images", 60_000, "labels", 59_999);

    @Test
    void saysTheEnglishSentence() {
        assertEquals(
                "images holds 60,000 images, but labels holds 59,999 labels: expected as many of both. "
                        + "Choose files that belong together.",
                problem.getMessage());
        assertEquals(problem.getMessage(), problem.in(Locale.ENGLISH));
    }

    @Test
    void saysTheSameInChinese() {
        assertEquals(
                "images 含有 60,000 幅图像，而 labels 含有 59,999 个标签，两者数目应当相同。请选择配套的文件。",
                problem.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void speaksEnglishOnAnyComputer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertTrue(new Problem("file.missing", "x").getMessage().startsWith("x was not found"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsItsKeyArgumentsAndCause() {
        IOException cause = new IOException("disk");
        Problem caused = new Problem(cause, "file.missing", "x");
        assertEquals("file.missing", caused.key());
        assertEquals(List.of("x"), caused.arguments());
        assertEquals(cause, caused.getCause());
        assertEquals("x was not found. Check the path.", caused.getMessage());
    }

    @Test
    void aReasonWithinAProblemSpeaksTheSameLanguage() {
        Problem full = new Problem("write.failed", "x", new Problem("reason.full"));
        assertTrue(full.getMessage().contains("the disk is full"), full.getMessage());
        assertTrue(full.in(Locale.SIMPLIFIED_CHINESE).contains("磁盘已满"), full.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void choosesTheRightNumberOfDimensions() {
        String sentence = new Problem("idx.rank", "x", 1, 3).getMessage();
        assertTrue(sentence.contains("expected 1 dimension, as labels have; found 3"), sentence);
    }

    @Test
    void everyProblemThatIsRaisedHasASentence() throws IOException {
        Set<String> raised = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                RAISED.matcher(Files.readString(source)).results().forEach(match -> raised.add(match.group(1)));
            }
        }
        assertTrue(raised.size() > 30, "the sources were not read");
        raised.removeAll(sentences("problems.properties").stringPropertyNames());
        assertEquals(Set.of(), raised);
    }

    @Test
    void aKeyWithoutASentenceIsAFault() {
        assertThrows(IllegalStateException.class, new Problem("no.such.key")::getMessage);
    }

    private static Properties sentences(String file) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n").resolve(file))) {
            sentences.load(reader);
        }
        return sentences;
    }
}
