package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/** Reads what stands in the fenced blocks of a step: {@code step}, {@code predict} and {@code check}. */
final class BlockReader {
    static final String STEP = "step";
    static final String PREDICT = "predict";
    static final String CHECK = "check";
    static final List<String> KINDS = List.of(STEP, PREDICT, CHECK);

    private static final List<String> STAGE_KEYS = List.of("screen", "set", "lock", "hide", "show", "spotlight");
    private static final String HINT = "hint:";
    private static final Pattern LIKE_A_HINT =
            Pattern.compile("([\\p{Z}\\p{Cf}]*hint[\\p{Z}\\p{Cf}]*[:\uFF1A\uFE55\u2236])(.*)");

    private final Pictures pictures;
    private final Function<String, Optional<Problem>> complaint;
    private final Diagnostics findings;
    private final ConditionReader conditions;

    BlockReader(Pictures pictures, Function<String, Optional<Problem>> complaint, Diagnostics findings) {
        this.pictures = pictures;
        this.complaint = complaint;
        this.findings = findings;
        conditions = new ConditionReader(findings);
    }

    StepSetup stage(FencedCodeBlock block, int line) {
        Yaml yaml =
                Yaml.read(block.getLiteral(), line + 1, STAGE_KEYS, findings).allow(STAGE_KEYS);
        Optional<String> screen = yaml.text("screen")
                .flatMap(name -> conditions.value(Fact.SCREEN, name, yaml.line("screen")))
                .map(value -> ((Value.Word) value).text());
        return new StepSetup(
                screen,
                settings(yaml.inner("set")),
                targets(yaml, "lock"),
                targets(yaml, "hide"),
                targets(yaml, "show"),
                targets(yaml, "spotlight"));
    }

    private Map<Setting, Value> settings(Yaml yaml) {
        Map<Setting, Value> settings = new EnumMap<>(Setting.class);
        for (String name : yaml.keys()) {
            if (findings.full()) {
                break;
            }
            Optional<Setting> setting = Keyword.find(List.of(Setting.values()), name);
            if (setting.isEmpty()) {
                findings.addUnknown("lesson.setting", yaml.line(name), name, Keyword.ids(Setting.values()));
            } else {
                yaml.flat(name)
                        .flatMap(text -> conditions.value(setting.get(), text, yaml.line(name)))
                        .ifPresent(value -> settings.put(setting.get(), value));
            }
        }
        return settings;
    }

    private Set<Target> targets(Yaml yaml, String key) {
        Set<Target> targets = new LinkedHashSet<>();
        for (Yaml.Item item : yaml.list(key)) {
            if (findings.full()) {
                break;
            }
            Keyword.find(List.of(Target.values()), item.text())
                    .ifPresentOrElse(
                            targets::add,
                            () -> findings.addUnknown(
                                    "lesson.target", item.line(), item.text(), Keyword.ids(Target.values())));
        }
        return targets;
    }

    Optional<Check> check(FencedCodeBlock block, int line) {
        List<Condition> read = new ArrayList<>();
        Prose hint = Prose.NONE;
        boolean empty = true;
        List<String> lines = block.getLiteral().lines().map(String::strip).toList();
        for (int i = 0; i < lines.size() && !findings.full(); i++) {
            int where = line + 1 + i;
            String text = plain(lines.get(i), where);
            if (!hint.isEmpty() && !text.isEmpty()) {
                findings.add("lesson.check-hint", where);
            } else if (text.startsWith(HINT)) {
                hint = prose(text.substring(HINT.length()).strip(), where);
            } else if (!text.isEmpty()) {
                empty = false;
                conditions.read(text, where).ifPresent(read::add);
            }
        }
        if (empty) {
            findings.add("lesson.check-empty", line);
        }
        return read.isEmpty() ? Optional.empty() : Optional.of(new Check(line, read, hint));
    }

    /** A hint is words, all else in a check counts. */
    private String plain(String line, int where) {
        Matcher hint = LIKE_A_HINT.matcher(line);
        Lookalikes signs = new Lookalikes(findings);
        return hint.matches()
                ? signs.plain(hint.group(1), where) + hint.group(2)
                : signs.plain(line, where).strip();
    }

    Optional<Prediction> predict(FencedCodeBlock block, int line) {
        Yaml yaml = Yaml.read(block.getLiteral(), line + 1, QuestionReader.NAMES, findings);
        if (yaml.keys().isEmpty() && !findings.clean()) {
            return Optional.empty();
        }
        Optional<String> id = yaml.required("id");
        Optional<String> ask = yaml.required("ask");
        Optional<GuessQuestion> question = new QuestionReader(yaml, findings, this::prose).read();
        Set<Target> unlock = targets(yaml, "unlock");
        Prose right = prose(yaml, "right");
        Prose wrong = prose(yaml, "wrong");
        if (id.isEmpty() || ask.isEmpty() || question.isEmpty()) {
            return Optional.empty();
        }
        Prose asked = prose(yaml, "ask");
        return Optional.of(new Prediction(line, id.get(), asked, question.get(), unlock, right, wrong));
    }

    private Prose prose(Yaml yaml, String key) {
        return yaml.text(key).map(text -> prose(text, yaml.line(key))).orElse(Prose.NONE);
    }

    private Prose prose(String text, int line) {
        return new ProseReader(pictures, complaint, findings, line).read(text);
    }
}
