package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Names with values as a lesson writes them: texts, lists of texts, and names with values again. Of YAML's machinery
 * nothing else is taken: no anchors, no aliases, no tags, no depth.
 */
final class Yaml {
    private static final int DEEPEST = 3;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).build();

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Diagnostics findings;
    private final int first;
    private final int line;

    /** A text and the line it stands in. */
    record Item(String text, int line) {}

    private record Field(int line, Node value) {}

    /** Empty so far; its YAML begins in the file's line {@code first}, these names in {@code line}. */
    private Yaml(int first, int line, Diagnostics findings) {
        this.first = first;
        this.line = line;
        this.findings = findings;
    }

    /**
     * Reads a piece of YAML whose first line is the file's line {@code first}; what is wrong goes to the findings, and of
     * names in it these are known.
     */
    static Yaml read(String written, int first, Collection<String> names, Diagnostics findings) {
        Yaml yaml = new Yaml(first, first, findings);
        String text = new PlainYaml(names, findings).read(written, first);
        try {
            if (yaml.isPlain(text)) {
                new Compose(SETTINGS).composeString(text).ifPresent(yaml::fill);
            }
        } catch (MarkedYamlEngineException broken) {
            findings.add(
                    "lesson.yaml",
                    first + broken.getProblemMark().map(Mark::getLine).orElse(0),
                    YamlReason.of(broken));
        } catch (YamlEngineException broken) {
            findings.add("lesson.yaml", first, new Problem("yaml.other"));
        }
        return yaml;
    }

    /** The line of a name, or the first one where it is missing. */
    int line(String key) {
        Field field = fields.get(key);
        return field == null ? line : field.line();
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Its names, in the file's order. */
    Collection<String> keys() {
        return fields.keySet();
    }

    /** Reports names that are none of these. */
    Yaml allow(Collection<String> names) {
        fields.forEach((key, field) -> {
            if (!names.contains(key)) {
                findings.addUnknown("lesson.key", field.line(), key, names);
            }
        });
        return this;
    }

    /** A text that must be there. */
    Optional<String> required(String key) {
        if (!has(key)) {
            findings.add("lesson.missing", line, key);
            return Optional.empty();
        }
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isEmpty()) {
            findings.add("lesson.missing", line(key), key);
            return Optional.empty();
        }
        return text;
    }

    /** A text; empty if there is none of this name. */
    Optional<String> text(String key) {
        Field field = fields.get(key);
        if (field != null && !(field.value() instanceof ScalarNode)) {
            findings.add("lesson.not-text", field.line(), key);
        }
        return field != null && field.value() instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }

    /** A list of texts; one text alone is a list as well. Empty if there is none of this name. */
    List<Item> list(String key) {
        Field field = fields.get(key);
        if (field == null) {
            return List.of();
        }
        List<Node> nodes = field.value() instanceof SequenceNode all ? all.getValue() : List.of(field.value());
        List<Item> items = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof ScalarNode scalar) {
                items.add(new Item(scalar.getValue().strip(), lineOf(node)));
            } else {
                findings.add("lesson.not-list", lineOf(node), key);
            }
        }
        return items;
    }

    /** A text, or a list of texts in square brackets. */
    Optional<String> flat(String key) {
        Field field = fields.get(key);
        return field != null && field.value() instanceof SequenceNode
                ? Optional.of(list(key).stream().map(Item::text).collect(Collectors.joining(", ", "[", "]")))
                : text(key);
    }

    /** Names with values below a name; none where it is missing. */
    Yaml inner(String key) {
        Field field = fields.get(key);
        Yaml inner = new Yaml(first, line(key), findings);
        if (field != null) {
            inner.fill(field.value());
        }
        return inner;
    }

    private void fill(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            findings.add("lesson.not-names", lineOf(node));
            return;
        }
        for (NodeTuple each : mapping.getValue()) {
            int where = lineOf(each.getKeyNode());
            String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.putIfAbsent(key, new Field(where, each.getValueNode())) != null) {
                findings.add("lesson.key-twice", where, key);
            }
        }
    }

    /** Looks at the text as a stream, before anything is built of it. */
    private boolean isPlain(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            int where = first + event.getStartMark().map(Mark::getLine).orElse(0);
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                findings.add("lesson.anchor", where);
                return false;
            }
            if (tag(event) != null) {
                findings.add("lesson.tag", where, String.valueOf(tag(event)));
                return false;
            }
            if (depth > DEEPEST) {
                findings.add("lesson.deep", where);
                return false;
            }
        }
        return true;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag().orElse(null);
        }
        return event instanceof CollectionStartEvent start ? start.getTag().orElse(null) : null;
    }

    private int lineOf(Node node) {
        return first + node.getStartMark().map(Mark::getLine).orElse(0);
    }
}
