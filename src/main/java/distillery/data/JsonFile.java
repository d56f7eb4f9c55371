package distillery.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file, read strictly: one value and nothing behind it, each key once, and {@linkplain #bind bound} to records
 * without guessing: nothing is missing, unknown, null, endless or of another kind. Every complaint names the file, the
 * line, the column and the key.
 */
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, to -> to.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfigDefaults(to -> to.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Collection,
                    to -> to.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.TryConvert))
            .build();

    /** A key of a record, as it is looked for in many files. */
    private record Component(String name, JavaType type, boolean optional) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    JSON.constructType(component.getGenericType()),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final int LONGEST_VALUE = 40;

    private final String name;
    private final String text;
    private final JsonNode root;

    private JsonFile(String name, String text) throws Problem {
        this.name = name;
        this.text = text;
        root = parse();
    }

    /** Reads a file of at most so many megabytes in UTF-8, UTF-16 or UTF-32. */
    public static JsonFile read(Path file, int mostMegabytes) throws Problem {
        return read(file, mostMegabytes, "json.too-large");
    }

    /** The same, with a sentence of its own for a larger one. */
    public static JsonFile read(Path file, int mostMegabytes, String tooLarge) throws Problem {
        int most = mostMegabytes << 20;
        byte[] bytes = NamedFile.file(file).read(in -> in.readNBytes(most + 1));
        if (bytes.length > most) {
            throw new Problem(tooLarge, file.toString(), mostMegabytes);
        }
        return new JsonFile(file.toString(), UnicodeText.of(bytes, file.toString()));
    }

    /** What was read from a file already; {@code name} is what sentences call it. */
    public static JsonFile of(String name, String text) throws Problem {
        return new JsonFile(name, text);
    }

    /** All of it. */
    public JsonNode root() {
        return root;
    }

    /**
     * What stands at this place, as a value of this type.
     *
     * @throws Problem if it is not exactly that
     */
    public <T> T bind(JsonPointer place, Class<T> type) throws Problem {
        JsonNode node = root.at(place);
        check(JSON.constructType(type), node, place);
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException broken) {
            throw explain(place, broken);
        }
    }

    /** A complaint about this place: its first three arguments are file, line and column, the fourth is the key. */
    public Problem at(JsonPointer place, String key, Object... more) {
        Object[] named = new Object[more.length + 1];
        named[0] = FieldName.inFile(path(place));
        System.arraycopy(more, 0, named, 1, more.length);
        return at(locate(place), key, named);
    }

    // As text: a line number takes no commas.
    private Problem at(JsonLocation where, String key, Object... more) {
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = name;
        arguments[1] = String.valueOf(where.getLineNr());
        arguments[2] = String.valueOf(where.getColumnNr());
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new Problem(key, arguments);
    }

    private JsonNode parse() throws Problem {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                look(parser);
                return JSON.readTree(text);
            } catch (StreamConstraintsException tooMuch) {
                throw at(parser.currentLocation(), "json.limits");
            } catch (JsonProcessingException broken) {
                JsonLocation where = broken.getLocation();
                throw at(where == null ? parser.currentLocation() : where, "json.syntax");
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // it is a text in memory
        }
    }

    /** Looks at the text as a stream: each key once, and no number smaller than can be held. */
    private void look(JsonParser parser) throws IOException, Problem {
        Deque<Map<String, JsonLocation>> open = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                open.push(new HashMap<>());
            } else if (token == JsonToken.END_OBJECT) {
                open.pop();
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                requireHeld(parser);
            } else if (token == JsonToken.FIELD_NAME) {
                JsonLocation here = parser.currentTokenLocation();
                JsonLocation before = open.element().put(parser.currentName(), here);
                if (before != null) {
                    Problem key =
                            FieldName.inFile(path(parser.getParsingContext().pathAsPointer()));
                    throw at(here, "json.twice", key, String.valueOf(before.getLineNr()));
                }
            }
        }
    }

    /** A number that is not zero as it is written may be too small for anything else to be made of it. */
    private void requireHeld(JsonParser parser) throws IOException, Problem {
        if (parser.getDoubleValue() == 0
                && parser.getText().replaceFirst("[eE].*", "").matches(".*[1-9].*")) {
            String place = path(parser.getParsingContext().pathAsPointer());
            throw at(parser.currentTokenLocation(), "json.tiny", FieldName.inFile(place));
        }
    }

    /** Keys before values: to one who mistyped a key, "unknown" says more than that some other key is missing. */
    private void check(JavaType type, JsonNode node, JsonPointer place) throws Problem {
        if (node.isMissingNode()) {
            throw at(place, "json.missing");
        }
        if (node.isNull()) {
            throw at(place, "json.null");
        }
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw at(place, "json.endless");
        }
        if (type.isRecordType() && node.isObject()) {
            checkRecord(COMPONENTS.get(type.getRawClass()), node, place);
            return;
        }
        JavaType content = type.isContainerType() ? type.getContentType() : TypeFactory.unknownType();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            check(content, entry.getValue(), place.appendProperty(entry.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(content, node.get(i), place.appendIndex(i));
        }
    }

    private void checkRecord(List<Component> components, JsonNode node, JsonPointer place) throws Problem {
        List<String> known = components.stream().map(Component::name).toList();
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw unknown(place.appendProperty(key), known);
            }
        }
        for (Component component : components) {
            JsonNode value = node.path(component.name());
            if (!component.optional() || !(value.isNull() || value.isMissingNode())) {
                check(component.type(), value, place.appendProperty(component.name()));
            }
        }
    }

    /** A complaint about a key that does not belong there. */
    public Problem unknown(JsonPointer place, Collection<String> known) {
        return at(place, "json.unknown-key", String.join(", ", known));
    }

    private Problem explain(JsonPointer start, JsonProcessingException broken) {
        JsonPointer place = start;
        if (broken instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                place = step.getFieldName() == null
                        ? place.appendIndex(step.getIndex())
                        : place.appendProperty(step.getFieldName());
            }
        }
        if (broken instanceof ValueInstantiationException instantiation) {
            return refused(place, instantiation.getCause());
        }
        String found = written(place);
        if (broken instanceof InvalidFormatException wrong
                && wrong.getTargetType().isEnum()) {
            return at(place, "json.choice", found, String.join(", ", words(wrong.getTargetType())));
        }
        Class<?> target = target(broken);
        boolean whole = target != null && WHOLE.contains(target);
        return at(place, whole ? "json.whole" : "json.wrong-type", found);
    }

    /** What a record refused: by its own words where it says which field, else without any. */
    private Problem refused(JsonPointer place, @Nullable Throwable cause) {
        if (!(cause instanceof Refusal refusal)) {
            return at(place, "json.wrong-type", written(place));
        }
        JsonPointer field = place.appendProperty(refusal.field());
        JsonPointer named = root.at(field).isMissingNode() ? place : field;
        String key = refusal.isWhole() ? "json.refused-whole" : "json.refused";
        return at(locate(named), key, refusal.of(FieldName.inFile(path(named))));
    }

    /** What had to be read where it stopped; of several causes the innermost is the most exact. */
    private static @Nullable Class<?> target(Throwable broken) {
        Class<?> target = null;
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof MismatchedInputException wrong) {
                target = wrong.getTargetType();
            } else if (cause instanceof InputCoercionException tooLarge) {
                target = tooLarge.getTargetType();
            }
        }
        return target;
    }

    private static List<String> words(Class<?> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(each -> JSON.convertValue(each, String.class))
                .toList();
    }

    /** The value as it stands in the file, short enough for a sentence. */
    private String written(JsonPointer place) {
        JsonNode value = root.at(place);
        String text = value.isNumber() ? parserAt(place, JsonParser::getText) : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Where the value at this place begins; where it is missing, what it is missing from. */
    private JsonLocation locate(JsonPointer place) {
        JsonPointer wanted = root.at(place).isMissingNode() && place.head() != null ? place.head() : place;
        return parserAt(wanted, JsonParser::currentTokenLocation);
    }

    /** Something to ask a parser. */
    private interface Question<T> {
        T of(JsonParser parser) throws IOException;
    }

    /** What a parser says of the value at this place, or of the end. Only a stream knows lines, and numbers as written. */
    private <T> T parserAt(JsonPointer wanted, Question<T> question) {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().equals(wanted)) {
                    break;
                }
            }
            return question.of(parser);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // it was read before
        }
    }

    /** {@code explore.teacherLogits[2]}; all of it is {@code { }}. */
    private static String path(JsonPointer place) {
        if (place.matches()) {
            return "{ }";
        }
        StringBuilder path = new StringBuilder();
        for (JsonPointer at = place; !at.matches(); at = at.tail()) {
            if (at.getMatchingIndex() >= 0) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
