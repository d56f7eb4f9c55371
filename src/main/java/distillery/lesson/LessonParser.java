package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Makes a lesson of one file's text. Goes on after what is wrong, to find all of it. */
final class LessonParser {
    private static final String FENCE = "---";
    private static final List<String> FRONT_KEYS = List.of("id", "title", "minutes", "goal", "answer");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    /** Three dashes of any kind, or two that are as long. */
    private static final Pattern LIKE_A_FENCE =
            Pattern.compile("[\\p{Z}\\p{Cf}]*[-\u2010-\u2015\u2212\uFF0D]{2,3}[\\p{Z}\\p{Cf}]*");

    private static final ValueType MINUTES = ValueType.whole(1, 600);
    private static final int STEP_LEVEL = 2;
    private static final int MOST_OF_TITLE = 200;
    private static final int MOST_OF_GOAL = 500;
    private static final int MOST_LINES = 500;
    private static final int MOST_LETTERS = 20_000;
    private static final Pattern MARK = Pattern.compile("^\\[!([^\\]]*)]\\s*(.*)$", Pattern.DOTALL);

    private final Diagnostics findings;
    private final Lookalikes signs;
    private final BlockReader blocks;
    private final ProseReader prose;
    private final List<String> lines;
    private final List<LessonStep> steps = new ArrayList<>();
    private final Map<String, Integer> questions = new HashMap<>();
    private final List<Prose.Block> opening = new ArrayList<>();
    private @Nullable Heading heading;
    private @Nullable StepSetup stage;
    private List<LessonStep.Part> parts = new ArrayList<>();

    LessonParser(String text, Pictures pictures, Function<String, Optional<Problem>> complaint, Diagnostics findings) {
        this.findings = findings;
        lines = text.lines().toList();
        signs = new Lookalikes(findings);
        blocks = new BlockReader(pictures, complaint, findings);
        prose = new ProseReader(pictures, complaint, findings, 1);
    }

    /** The lesson; empty if anything was found. */
    Optional<Lesson> parse(Locale language) {
        int end = frontEnd();
        if (end < 0) {
            return Optional.empty();
        }
        Yaml front = Yaml.read(String.join("\n", lines.subList(1, end)), 2, FRONT_KEYS, findings)
                .allow(FRONT_KEYS);
        String id = front.required("id").orElse("");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            findings.add("lesson.id", front.line("id"), id);
        }
        String title = front.required("title").orElse("");
        String goal = front.required("goal").orElse("");
        String answer = front.text("answer").orElse("");
        int minutes = minutes(front);
        // Empty lines in place of the front matter: then the parser counts lines as the file does.
        String body = "\n".repeat(end + 1)
                + String.join("\n", new PlainMarkdown(findings).read(lines.subList(end + 1, lines.size()), end + 2));
        measure("title", title, MOST_OF_TITLE, front.line("title"));
        measure("goal", goal, MOST_OF_GOAL, front.line("goal"));
        measure("answer", answer, MOST_OF_GOAL, front.line("answer"));
        prose.parse(body).forEach(this::block);
        endStep();
        measureSteps(body);
        if (steps.isEmpty()) {
            findings.add("lesson.no-steps", end + 1);
        }
        return findings.clean()
                ? Optional.of(new Lesson(id, language, title, minutes, goal, answer, new Prose(opening), steps))
                : Optional.empty();
    }

    /** The index of the line that ends the front matter; negative, with a finding, if there is none. */
    private int frontEnd() {
        if (lines.isEmpty() || !isFence(0)) {
            findings.add(lines.isEmpty() ? "lesson.empty" : "lesson.front", 1);
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (isFence(i)) {
                return i;
            }
        }
        findings.add("lesson.front-open", 1);
        return -1;
    }

    private void measure(String name, String text, int most, int line) {
        if (text.length() > most) {
            findings.add("lesson.long", line, name, String.valueOf(most));
        }
    }

    /** Reports steps that have no room on a card. */
    private void measureSteps(String body) {
        int line = 0;
        int begun = 1;
        int letters = 0;
        boolean large = false;
        for (String text : body.lines().toList()) {
            line++;
            if (text.startsWith("## ")) {
                begun = line;
                letters = 0;
                large = false;
            }
            letters += text.length();
            if (!large && (letters > MOST_LETTERS || line - begun >= MOST_LINES)) {
                findings.add("lesson.step-long", begun, String.valueOf(MOST_LINES), String.valueOf(MOST_LETTERS));
                large = true;
            }
        }
    }

    private boolean isFence(int index) {
        String line = lines.get(index).stripTrailing();
        boolean fence =
                LIKE_A_FENCE.matcher(line).matches() && !Lookalikes.plain(line).equals(line);
        if (fence) {
            signs.report(line, index + 1);
        }
        return fence || line.equals(FENCE);
    }

    private int minutes(Yaml front) {
        Optional<String> text = front.required("minutes");
        Optional<Value> value = text.flatMap(MINUTES::read);
        if (text.isPresent() && value.isEmpty()) {
            findings.add("lesson.value", front.line("minutes"), "minutes", text.get(), MINUTES.expected());
        }
        return value.map(each -> (int) ((Value.Amount) each).number()).orElse(1);
    }

    private void block(Node node) {
        int line = prose.line(node);
        if (node instanceof Heading title && title.getLevel() == STEP_LEVEL) {
            endStep();
            heading = title;
        } else if (node instanceof FencedCodeBlock fence) {
            fenced(fence, line);
        } else if (node instanceof BlockQuote quote) {
            callout(quote, line);
        } else {
            prose.block(node).ifPresent(this::add);
        }
    }

    private void add(Prose.Block block) {
        if (heading == null) {
            opening.add(block);
            return;
        }
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last) instanceof LessonStep.Text text) {
            if (text.prose().blocks().size() > MOST_LINES) {
                return; // it is too long anyway, and reported as such
            }
            List<Prose.Block> all = new ArrayList<>(text.prose().blocks());
            all.add(block);
            parts.set(last, new LessonStep.Text(new Prose(all)));
        } else {
            parts.add(new LessonStep.Text(new Prose(List.of(block))));
        }
    }

    private void fenced(FencedCodeBlock fence, int line) {
        String kind = fence.getInfo() == null
                ? ""
                : signs.plain(fence.getInfo(), line).strip();
        if (fence.getClosingFenceLength() == null) {
            findings.add("lesson.fence-open", line, kind);
        } else if (!BlockReader.KINDS.contains(kind)) {
            findings.addUnknown("lesson.block", line, kind, BlockReader.KINDS);
        } else if (heading == null) {
            findings.add("lesson.outside", line, kind);
        } else if (kind.equals(BlockReader.STEP)) {
            if (stage != null || !parts.isEmpty()) {
                findings.add("lesson.step-first", line);
            }
            stage = blocks.stage(fence, line);
        } else if (kind.equals(BlockReader.CHECK)) {
            blocks.check(fence, line).ifPresent(parts::add);
        } else {
            blocks.predict(fence, line).ifPresent(predict -> ask(predict, line));
        }
    }

    private void ask(Prediction predict, int line) {
        Integer before = questions.putIfAbsent(predict.id(), line);
        if (before != null) {
            findings.add("lesson.question-twice", line, predict.id(), String.valueOf(before));
        }
        if (parts.stream().anyMatch(Prediction.class::isInstance)) {
            findings.add("lesson.one-question", line);
        }
        parts.add(predict);
    }

    private void callout(BlockQuote quote, int line) {
        Text mark =
                quote.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text
                        ? text
                        : new Text("");
        Matcher matcher = MARK.matcher(mark.getLiteral());
        if (!matcher.matches()) {
            findings.add("lesson.quote", line);
            return;
        }
        Optional<Callout.Kind> kind = Callout.Kind.of(matcher.group(1));
        if (kind.isEmpty()) {
            findings.addUnknown("lesson.callout", line, matcher.group(1), Callout.Kind.ids());
        } else if (heading == null) {
            findings.add("lesson.outside", line, "[!" + kind.get().id() + "]");
        } else {
            removeMark(mark, matcher.group(2));
            parts.add(new Callout(kind.get(), prose.read(quote)));
        }
    }

    private static void removeMark(Text mark, String rest) {
        if (!rest.isEmpty()) {
            mark.setLiteral(rest);
            return;
        }
        Node paragraph = mark.getParent();
        if (mark.getNext() instanceof SoftLineBreak lineEnd) {
            lineEnd.unlink();
        }
        mark.unlink();
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }

    private void endStep() {
        Heading ended = heading;
        if (ended == null) {
            return;
        }
        int line = prose.line(ended);
        String title = new Prose(List.of(new Prose.Paragraph(prose.spans(ended))))
                .plain()
                .strip();
        if (title.isEmpty()) {
            findings.add("lesson.untitled", line);
        }
        if (parts.isEmpty()) {
            findings.add("lesson.step-empty", line, title);
        }
        measure("##", title, MOST_OF_TITLE, line);
        if (steps.size() == Lesson.MOST_STEPS) {
            findings.add("lesson.many-steps", line, String.valueOf(Lesson.MOST_STEPS));
        }
        steps.add(new LessonStep(line, title, stage == null ? StepSetup.BARE : stage, parts));
        heading = null;
        stage = null;
        parts = new ArrayList<>();
    }
}
