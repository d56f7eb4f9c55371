package distillery.lesson;

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
    private static final List<String> FRONT_KEYS = List.of("id", "title", "minutes", "goal");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Form MINUTES = Form.whole(1, 600);
    private static final int STEP_LEVEL = 2;
    private static final Pattern MARK = Pattern.compile("^\\[!([^\\]]*)]\\s*(.*)$", Pattern.DOTALL);

    private final Findings findings;
    private final BlockReader blocks;
    private final ProseReader prose;
    private final List<String> lines;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> questions = new HashMap<>();
    private final List<Prose.Block> opening = new ArrayList<>();
    private @Nullable Heading heading;
    private @Nullable Stage stage;
    private List<Step.Part> parts = new ArrayList<>();

    LessonParser(String text, Pictures pictures, Function<String, Optional<String>> complaint, Findings findings) {
        this.findings = findings;
        lines = text.lines().toList();
        blocks = new BlockReader(pictures, complaint, findings);
        prose = new ProseReader(pictures, complaint, findings, 1);
    }

    /** The lesson; empty if anything was found. */
    Optional<Lesson> parse(Locale language) {
        int end = frontEnd();
        if (end < 0) {
            return Optional.empty();
        }
        Yaml front =
                Yaml.read(String.join("\n", lines.subList(1, end)), 2, findings).allow(FRONT_KEYS);
        String id = front.required("id").orElse("");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            findings.add("lesson.id", front.line("id"), id);
        }
        String title = front.required("title").orElse("");
        String goal = front.required("goal").orElse("");
        int minutes = minutes(front);
        // Empty lines in place of the front matter: then the parser counts lines as the file does.
        String body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
        prose.parse(body).forEach(this::block);
        endStep();
        if (steps.isEmpty()) {
            findings.add("lesson.no-steps", end + 1);
        }
        return findings.clean()
                ? Optional.of(new Lesson(id, language, title, minutes, goal, new Prose(opening), steps))
                : Optional.empty();
    }

    /** The index of the line that ends the front matter; negative, with a finding, if there is none. */
    private int frontEnd() {
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
            findings.add(lines.isEmpty() ? "lesson.empty" : "lesson.front", 1);
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                return i;
            }
        }
        findings.add("lesson.front-open", 1);
        return -1;
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
        if (last >= 0 && parts.get(last) instanceof Step.Text text) {
            List<Prose.Block> all = new ArrayList<>(text.prose().blocks());
            all.add(block);
            parts.set(last, new Step.Text(new Prose(all)));
        } else {
            parts.add(new Step.Text(new Prose(List.of(block))));
        }
    }

    private void fenced(FencedCodeBlock fence, int line) {
        String kind = fence.getInfo() == null ? "" : fence.getInfo().strip();
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

    private void ask(Predict predict, int line) {
        Integer before = questions.putIfAbsent(predict.id(), line);
        if (before != null) {
            findings.add("lesson.question-twice", line, predict.id(), String.valueOf(before));
        }
        if (parts.stream().anyMatch(Predict.class::isInstance)) {
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
        if (steps.size() == Lesson.MOST_STEPS) {
            findings.add("lesson.many-steps", line, String.valueOf(Lesson.MOST_STEPS));
        }
        steps.add(new Step(line, title, stage == null ? Stage.BARE : stage, parts));
        heading = null;
        stage = null;
        parts = new ArrayList<>();
    }
}
