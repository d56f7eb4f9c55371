package distillery.lab;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set-up as one JSON file: {@code {"distillery": "set-up", "version": 2, "explore": {…}, "train": {…}}}. Reading
 * refuses whatever it does not understand and says where; nothing is guessed, nothing half applied.
 */
public final class SetUpFile {
    public static final String ENDING = ".distillery.json";
    public static final int VERSION = 2;
    static final int LARGEST_FILE = 1 << 20;

    private static final String KIND_KEY = "distillery";
    private static final String KIND = "set-up";
    private static final String VERSION_KEY = "version";
    private static final JsonPointer LIVE = JsonPointer.compile("/train/settings/live");
    private static final String UNFROZEN = "teacherUnfrozen";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Map<String, Class<? extends Record>> types = new LinkedHashMap<>();

    /** Reads and writes these parts. */
    public SetUpFile(List<SetUpPart<?>> parts) {
        parts.forEach(part -> types.put(part.name(), part.type()));
    }

    public void write(Path file, SetUp setUp) throws Problem {
        ObjectNode root = JSON.createObjectNode();
        root.put(KIND_KEY, KIND).put(VERSION_KEY, VERSION);
        for (String part : types.keySet()) {
            root.set(part, JSON.valueToTree(setUp.settings().get(part)));
        }
        AtomicFile.write(
                file, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
    }

    /** Reads a whole set-up; parts the file does not hold are absent. */
    public SetUp read(Path file) throws Problem {
        byte[] content = content(file);
        try {
            JsonNode root = JSON.readTree(content);
            checkHeader(file, root);
            return settings(file, upgraded(content, root));
        } catch (JsonProcessingException broken) {
            throw explain(file, broken);
        } catch (IOException e) {
            throw new Problem(e, "setup.unreadable", file.toString(), reason(e));
        }
    }

    private static byte[] content(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new Problem("setup.too-large", file.toString());
            }
            return content;
        } catch (IOException e) {
            throw new Problem(e, "setup.unreadable", file.toString(), reason(e));
        }
    }

    private static void checkHeader(Path file, JsonNode root) throws Problem {
        if (!root.path(KIND_KEY).asText().equals(KIND)) {
            throw new Problem("setup.foreign", file.toString());
        }
        JsonNode version = root.path(VERSION_KEY);
        if (!version.isIntegralNumber() || version.asLong() < 1) {
            throw new Problem("setup.no-version", file.toString());
        }
        if (version.asLong() > VERSION) {
            throw new Problem("setup.newer", file.toString(), version.asText(), VERSION);
        }
    }

    /**
     * Version 1 knew nothing of an unfrozen teacher, so there it is frozen. That is put in where the object begins, for
     * then a complaint about anything else still names the right line.
     */
    private static byte[] upgraded(byte[] content, JsonNode root) throws IOException {
        JsonNode live = root.at(LIVE);
        if (root.path(VERSION_KEY).asLong() > 1 || !live.isObject() || live.has(UNFROZEN)) {
            return content;
        }
        byte[] frozen = ("\"" + UNFROZEN + "\": false" + (live.isEmpty() ? "" : ", ")).getBytes(StandardCharsets.UTF_8);
        int at = begin(content);
        return ByteBuffer.allocate(content.length + frozen.length)
                .put(content, 0, at)
                .put(frozen)
                .put(content, at, content.length - at)
                .array();
    }

    /** Behind the bracket that opens the live settings. */
    private static int begin(byte[] content) throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            while (parser.nextToken() != JsonToken.START_OBJECT
                    || !parser.getParsingContext().pathAsPointer().equals(LIVE)) {}
            return Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
        }
    }

    /** Keys first: to one who mistyped a key, "unknown" says more than that some other key is missing. */
    private SetUp settings(Path file, byte[] content) throws IOException, Problem {
        Map<String, Record> settings = new LinkedHashMap<>();
        walk(file, content, (parser, part, type) -> checkKeys(file, parser, part, type));
        walk(file, content, (parser, part, type) -> settings.put(part, read(parser, part, type)));
        return new SetUp(settings);
    }

    /** What happens at the value of each part. */
    private interface Visit {
        void at(JsonParser parser, String part, Class<? extends Record> type) throws IOException, Problem;
    }

    /** Goes through the parts as a stream, because only a stream knows line and column. */
    private void walk(Path file, byte[] content, Visit visit) throws IOException, Problem {
        try (JsonParser parser = JSON.createParser(content)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                JsonLocation where = parser.currentTokenLocation();
                parser.nextToken();
                Class<? extends Record> type = types.get(part);
                if (type != null) {
                    visit.at(parser, part, type);
                } else if (!part.equals(KIND_KEY) && !part.equals(VERSION_KEY)) {
                    throw unknown(file, where, part, types.keySet());
                }
            }
        }
    }

    private static void checkKeys(Path file, JsonParser parser, String part, Class<? extends Record> type)
            throws IOException, Problem {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw at(file, parser.currentTokenLocation(), "setup.wrong-type", part);
        }
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Set<String> missing = new LinkedHashSet<>(known);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (!missing.remove(parser.currentName())) {
                throw unknown(file, parser.currentTokenLocation(), part + "." + parser.currentName(), known);
            }
            parser.nextToken();
            parser.skipChildren();
        }
        for (String key : missing) {
            throw at(file, parser.currentTokenLocation(), "setup.missing", part + "." + key);
        }
    }

    private static Record read(JsonParser parser, String part, Class<? extends Record> type) throws IOException {
        try {
            return JSON.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(parser);
        } catch (JsonMappingException e) {
            e.prependPath(type, part);
            throw e;
        }
    }

    private static Problem explain(Path file, JsonProcessingException broken) {
        JsonLocation where = broken.getLocation();
        if (broken instanceof UnrecognizedPropertyException e) {
            return unknown(file, where, path(e), e.getKnownPropertyIds());
        }
        if (broken instanceof ValueInstantiationException e && e.getCause() != null) {
            return at(file, where, "setup.out-of-range", path(e), reason(e.getCause()));
        }
        if (broken instanceof JsonMappingException e && !e.getPath().isEmpty()) {
            return at(file, where, "setup.wrong-type", path(e));
        }
        return at(file, where, "setup.syntax");
    }

    private static Problem unknown(Path file, JsonLocation where, String key, Collection<?> known) {
        String names = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return at(file, where, "setup.unknown-key", key, names);
    }

    /** A problem whose first three arguments are file, line and column, as text: a line number takes no commas. */
    private static Problem at(Path file, JsonLocation where, String key, String... more) {
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = file.toString();
        arguments[1] = String.valueOf(where.getLineNr());
        arguments[2] = String.valueOf(where.getColumnNr());
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new Problem(key, arguments);
    }

    /** {@code explore.teacherLogits[2]}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
