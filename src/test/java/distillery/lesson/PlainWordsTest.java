package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person reads is in plain words, and in Chinese one thing has one name everywhere. */
class PlainWordsTest {
    /** Words that made a reader of a second language stumble. */
    private static final Pattern TRIP = Pattern.compile(
            "\\b(beamer|on board|born with|hears|rest on|endless|come out alike|softest|lock-step|crow flies)\\b"
                    + "|(?<!there )\\bis no \\w+",
            Pattern.CASE_INSENSITIVE);

    /** Second names of what has another one: 仅用标签, 重置, 蒸馏, 初始权重相同, 不确定, 解耦知识蒸馏, 差异, 在本机训练, 软权重. */
    private static final Pattern SECOND_NAME =
            Pattern.compile("只听标签|复位|蒸馏学生|孪生|疑虑|解耦蒸馏|(?<!都不是|之间的|之间)距离(?!权重)|在此训练|[软硬]标签权重|学习者");

    /** All that people read: pages as they are, texts of the window without their keys. */
    private static List<String> read() throws IOException {
        List<String> texts = new ArrayList<>(List.of(Files.readString(Path.of("README.md"))));
        try (Stream<Path> files = Files.walk(Path.of("lessons"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        try (Stream<Path> files = Files.list(Path.of("assets/i18n"))) {
            for (Path file : files.toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                words.values().forEach(each -> texts.add((String) each));
            }
        }
        return texts;
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return read().stream()
                .flatMap(text -> pattern.matcher(text.replaceAll("\\s+", " ")).results())
                .map(each -> each.group())
                .toList();
    }

    @Test
    void noWordThatTrips() throws IOException {
        assertEquals(List.of(), found(TRIP));
    }

    @Test
    void oneNameForOneThingInChinese() throws IOException {
        assertEquals(List.of(), found(SECOND_NAME));
    }

    /** The terms of the field are named where a learner first meets them, and set off from the text. */
    @ParameterizedTest
    @ValueSource(strings = {"交叉熵", "KL 散度", "蒸馏损失", "cross-entropy", "KL divergence", "distillation loss"})
    void aTermOfTheFieldIsSetOffOnceInTheLessons(String term) throws IOException {
        List<String> pages =
                read().stream().filter(text -> text.startsWith("---\nid:")).toList();
        String all = String.join("\n", pages);
        assertEquals(2, all.split(Pattern.quote("*" + term + "*"), -1).length, term);
    }
}
