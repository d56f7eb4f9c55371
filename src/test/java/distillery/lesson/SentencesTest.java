package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import distillery.lesson.Prose.Paragraph;
import distillery.lesson.Prose.Strong;
import distillery.lesson.Prose.Symbol;
import distillery.lesson.Prose.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static List<String> of(Prose.Span... spans) {
        return Sentences.of(new Prose(List.of(new Paragraph(List.of(spans))))).stream()
                .map(Prose::plain)
                .map(String::strip)
                .toList();
    }

    @Test
    void aTextIsCutBehindItsSentencesInBothLanguages() {
        assertEquals(List.of("One is 0.5.", "Is it two?", "Three!"), of(new Text("One is 0.5. Is it two? Three!")));
        assertEquals(List.of("温度是 0.5。", "会怎样？", "看看。"), of(new Text("温度是 0.5。会怎样？看看。")));
    }

    @Test
    void whatIsBoldStaysBoldOnBothSidesOfACut() {
        List<Prose> pieces = Sentences.of(new Prose(
                List.of(new Paragraph(List.of(new Strong(List.of(new Text("One. Two "))), new Text("more."))))));
        assertEquals(2, pieces.size());
        assertEquals(
                List.of(new Strong(List.of(new Text("Two "))), new Text("more.")),
                ((Paragraph) pieces.get(1).blocks().get(0)).spans());
    }

    @Test
    void aFormulaEndsNoSentence() {
        assertEquals(
                List.of("Here p. Q? R is small."),
                of(new Text("Here "), new Symbol("p. Q? R"), new Text(" is small.")));
    }

    @Test
    void nothingOfTheIncludedLessonsIsLostOrSaidTwice() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            LessonReader.included().stream()
                    .flatMap(files -> files.in(language).stream())
                    .flatMap(lesson -> lesson.steps().stream())
                    .flatMap(step -> step.parts().stream())
                    .flatMap(part -> part instanceof LessonStep.Text text ? Stream.of(text.prose()) : Stream.empty())
                    .forEach(SentencesTest::holdAll);
        }
    }

    private static void holdAll(Prose prose) {
        List<Prose> pieces = Sentences.of(prose);
        assertEquals(
                prose.plain().replaceAll("\\s", ""),
                pieces.stream().map(Prose::plain).reduce("", String::concat).replaceAll("\\s", ""));
        assertFalse(pieces.stream().anyMatch(Prose::isEmpty));
    }
}
