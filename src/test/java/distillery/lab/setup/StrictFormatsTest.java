package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.Thorough;
import distillery.data.JsonFile;
import distillery.data.PlainChinese;
import distillery.data.Problem;
import distillery.lab.clinic.Fault;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossSettings;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.JsonTwist.Kind;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.Guess;
import distillery.lesson.Progress;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file of settings, field by field; a field that is new is tried by itself. */
class StrictFormatsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ODD_VALUES = List.of(
            "\"\"",
            "\"4\"",
            "\"NaN\"",
            "\"-Infinity\"",
            "\"\\u0000\"",
            "-1",
            "0",
            "0.5",
            "-0.0",
            "1e999",
            "-1e999",
            "1e99999999999999999999",
            "2147483648",
            "9223372036854775808",
            "18446744073709551617",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{\"a\": 1}");

    @TempDir
    Path folder;

    /** How a file of settings is read, and written again. */
    private interface Format {
        Record read(Path file) throws Problem;

        JsonNode sample();

        default JsonNode again(Record read) {
            return JSON.valueToTree(read);
        }
    }

    /** One that holds a single record. */
    private record Plain(Record content) implements Format {
        @Override
        public Record read(Path file) throws Problem {
            return JsonFile.read(file, 1).bind(JsonPointer.empty(), content.getClass());
        }

        @Override
        public JsonNode sample() {
            return JSON.valueToTree(content);
        }

        @Override
        public String toString() {
            return content.getClass().getSimpleName();
        }
    }

    /** Every screen's settings, where no list is empty. */
    private static final SetUp SET_UP = new SetUp(Map.of(
            "explore",
            ExploreSettings.FIRST,
            "loss",
            new LossSettings(LossKind.HINTON, 1, 8, true, false, Set.of(Fault.NO_T2)),
            "train",
            new TrainSetUp(settings(), 4, 0.9, false, 0)));

    private static TrainSettings settings() {
        return Preset.FEW_LABELS.settings().with(draft -> draft.omitted = Set.of(3));
    }

    private static final Format SET_UP_FILE = new Format() {
        @Override
        public Record read(Path file) throws Problem {
            return LabScreens.file().read(file);
        }

        @Override
        public JsonNode sample() {
            return again(SET_UP);
        }

        @Override
        public JsonNode again(Record read) {
            var root = JSON.createObjectNode().put("distillery", "set-up").put("version", SetUpFile.VERSION);
            ((SetUp) read).settings().forEach((part, settings) -> root.set(part, JSON.valueToTree(settings)));
            return root;
        }

        @Override
        public String toString() {
            return "set-up";
        }
    };

    static List<Format> formats() {
        Progress.Standing standing = new Progress.Standing(
                2, Set.of(1), Map.of("q", new Progress.Answer(Guess.order(List.of(2, 1)), true, "2026-01-01")));
        WindowState window = WindowState.first(Locale.ENGLISH);
        return List.of(
                SET_UP_FILE,
                new Plain(settings()),
                new Plain(new Progress(Map.of("lesson", standing))),
                new Plain(new WindowState(
                        window.language(),
                        window.look(),
                        window.textScale(),
                        window.bounds(),
                        window.maximised(),
                        window.screen(),
                        List.of("a"),
                        null,
                        null,
                        null)));
    }

    private @Nullable Problem refusal(Format format, JsonTwist twist) throws Exception {
        Path file = Files.writeString(folder.resolve("file.json"), twist.json(format.sample()));
        try {
            Record read = format.read(file);
            // What is taken must be what stands there.
            assertEquals(numbers(JSON.readTree(file.toFile())), numbers(format.again(read)), twist.toString());
            return null;
        } catch (Problem refused) {
            String sentence = refused.getMessage();
            assertTrue(sentence.contains(file.toString()), sentence);
            PlainChinese.assertSpokenBy(refused);
            assertFalse(sentence.matches("(?s).*(Exception|java\\.|distillery\\.[a-z]+\\.).*"), sentence);
            return refused;
        }
    }

    /** The same with 1 and 1.0 alike, lists of a set in order, and texts without spaces around. */
    private static String numbers(JsonNode node) {
        if (node.isNumber()) {
            return String.valueOf(node.doubleValue() + 0.0);
        }
        if (node.isTextual()) {
            return node.textValue().strip();
        }
        List<String> parts = new ArrayList<>();
        node.properties().forEach(entry -> parts.add(entry.getKey() + "=" + numbers(entry.getValue())));
        node.elements().forEachRemaining(element -> parts.add(node.isArray() ? numbers(element) : ""));
        Collections.sort(parts);
        return node.isContainerNode() ? parts.toString() : node.toString();
    }

    private void assertNamed(Format format, JsonTwist twist) throws Exception {
        Problem refused = refusal(format, twist);
        assertNotNull(refused, () -> format + " takes " + twist);
        String sentence = twist + ": " + refused.getMessage();
        if (!twist.key().equals("distillery") && !twist.key().equals("version")) { // these tell what the file is
            assertTrue(refused.getMessage().contains(twist.key()), sentence);
            assertTrue(sentence.contains("line "), sentence);
        }
    }

    private static boolean optional(Format format, JsonPointer place) {
        return format instanceof Plain plain
                && Arrays.stream(plain.content().getClass().getRecordComponents())
                        .filter(component -> place.equals(JsonPointer.empty().appendProperty(component.getName())))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aNullIsRefusedByNameWhereverItStands(Format format) throws Exception {
        for (JsonPointer place : JsonTwist.places(format.sample())) {
            if (!optional(format, place)) {
                assertNamed(format, new JsonTwist(place, Kind.REPLACED, "null"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aKeyThatIsMissingTwiceOrUnknownIsRefusedByName(Format format) throws Exception {
        JsonNode sample = format.sample();
        for (JsonPointer place : JsonTwist.places(sample)) {
            if (place.last().getMatchingIndex() >= 0) {
                continue;
            }
            assertNamed(
                    format, new JsonTwist(place, Kind.TWICE, sample.at(place).toString()));
            boolean partOrEntry = format == SET_UP_FILE
                    ? place.tail().matches()
                    : place.toString().contains("lessons");
            if (!optional(format, place) && !partOrEntry) {
                assertNamed(format, new JsonTwist(place, Kind.DELETED, ""));
            }
            if (!place.head().toString().matches("/lessons|/lessons/lesson/answers")) { // names of the user's own
                assertNamed(format, new JsonTwist(place, Kind.UNKNOWN, "1"));
            }
        }
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("formats")
    void anOddValueIsRefusedOrTakenAsItStands(Format format) throws Exception {
        int refused = 0;
        List<JsonPointer> places = JsonTwist.places(format.sample());
        for (JsonPointer place : places) {
            for (String odd : ODD_VALUES) {
                refused += refusal(format, new JsonTwist(place, Kind.REPLACED, odd)) == null ? 0 : 1;
            }
        }
        assertTrue(refused > places.size() * ODD_VALUES.size() / 2, "most were taken: " + refused);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyRecordRefusesNullByName(Format format) throws Exception {
        Set<Class<?>> seen = new HashSet<>();
        for (Record content : format instanceof Plain plain
                ? List.of(plain.content())
                : SET_UP.settings().values()) {
            refuseNulls(content, seen);
        }
        assertFalse(seen.isEmpty());
    }

    private static void refuseNulls(Object value, Set<Class<?>> seen) throws Exception {
        if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                refuseNulls(element, seen);
            }
        } else if (value instanceof Map<?, ?> map) {
            refuseNulls(map.values(), seen);
        } else if (value instanceof Record record && seen.add(record.getClass())) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                Object part = components[i].getAccessor().invoke(record);
                boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (!components[i].getType().isPrimitive() && !optional) {
                    refuses(record, components, i, null);
                }
                if (part instanceof List<?>) {
                    refuses(record, components, i, Collections.singletonList(null));
                } else if (part instanceof Set<?>) {
                    refuses(record, components, i, Collections.singleton(null));
                } else if (part instanceof Map<?, ?>) {
                    refuses(record, components, i, Collections.singletonMap("key", null));
                }
                if (part != null) {
                    refuseNulls(part, seen);
                }
            }
        }
    }

    private static void refuses(Record record, RecordComponent[] components, int at, @Nullable Object value)
            throws Exception {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == at ? value : components[i].getAccessor().invoke(record);
        }
        var constructor = record.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        String where = record.getClass().getSimpleName() + "." + components[at].getName();
        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> constructor.newInstance(arguments), where);
        IllegalArgumentException refused = assertInstanceOf(IllegalArgumentException.class, thrown.getCause(), where);
        assertTrue(String.valueOf(refused.getMessage()).contains(components[at].getName()), where);
    }
}
