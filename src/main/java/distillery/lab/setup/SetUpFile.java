package distillery.lab.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.JsonFile;
import distillery.data.Problem;
import distillery.train.SettingsVersions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set-up as one JSON file: {@code {"distillery": "set-up", "version": 4, "explore": {…}, "train": {…}}}. Reading
 * refuses whatever it does not understand and says where; nothing is guessed, nothing half applied.
 */
public final class SetUpFile {
    /** A document type of its own, so that a system can open it with a click. */
    public static final String ENDING = ".distillery";

    /** What it was before; such files open as well. */
    public static final String OLD_ENDING = ".distillery.json";

    public static final int VERSION = SettingsVersions.VERSION;
    private static final int LARGEST_MEGABYTES = 1;
    private static final int MOST_DIGITS = 30;

    private static final String KIND_KEY = "distillery";
    private static final String KIND = "set-up";
    private static final String VERSION_KEY = "version";
    private static final JsonPointer VERSION_PLACE = JsonPointer.compile("/version");
    private static final JsonPointer DIGITS = JsonPointer.compile("/digits");
    private static final String FILES = "files";
    private static final JsonPointer TRAIN = JsonPointer.compile("/train/settings");

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Class<? extends Record>> types = new LinkedHashMap<>();

    /** Reads and writes these parts. */
    public SetUpFile(Map<String, Class<? extends Record>> types) {
        this.types.putAll(types);
    }

    /** Reads and writes these parts. */
    public SetUpFile(List<SetUpPart<?>> parts) {
        parts.forEach(part -> types.put(part.name(), part.type()));
    }

    public void write(Path file, SetUp setUp) throws Problem {
        write(Agreed.replacing(file), setUp);
    }

    /** The same, as far as it was agreed to. */
    void write(Agreed file, SetUp setUp) throws Problem {
        ObjectNode root = JSON.createObjectNode();
        root.put(KIND_KEY, KIND).put(VERSION_KEY, VERSION);
        for (String part : types.keySet()) {
            Record settings = setUp.settings().get(part);
            if (settings != null) {
                root.set(part, JSON.valueToTree(settings));
            }
        }
        AtomicFile.Content content =
                out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        AtomicFile.writeAll(Map.of(file.path(), content), file.replaced());
    }

    /** Reads a whole set-up; parts the file does not hold are absent. */
    public SetUp read(Path file) throws Problem {
        JsonFile json = JsonFile.read(file, LARGEST_MEGABYTES, "setup.too-large");
        checkHeader(file, json);
        SettingsVersions.upgrade(
                json.root().at(TRAIN), json.root().path(VERSION_KEY).intValue());
        upgradeDigits(json.root().at(DIGITS));
        Map<String, Record> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.root().properties()) {
            String part = entry.getKey();
            JsonPointer place = JsonPointer.empty().appendProperty(part);
            Class<? extends Record> type = types.get(part);
            if (type != null) {
                settings.put(part, json.bind(place, type));
            } else if (!part.equals(KIND_KEY) && !part.equals(VERSION_KEY)) {
                throw json.unknown(place, types.keySet());
            }
        }
        return new SetUp(settings);
    }

    /** The first set-ups with drawings knew of no nets in files. */
    private static void upgradeDigits(JsonNode digits) {
        if (digits instanceof ObjectNode known && !known.has(FILES)) {
            known.putObject(FILES).put("teacher", "").putArray("students");
        }
    }

    private static void checkHeader(Path file, JsonFile json) throws Problem {
        JsonNode kind = json.root().path(KIND_KEY);
        if (!kind.isTextual() || !kind.textValue().equals(KIND)) {
            throw new Problem("setup.foreign", file.toString());
        }
        JsonNode version = json.root().path(VERSION_KEY);
        if (version.isMissingNode()) {
            throw new Problem("setup.no-version", file.toString(), VERSION);
        }
        if (!version.isIntegralNumber() || version.bigIntegerValue().signum() <= 0) {
            throw json.at(VERSION_PLACE, "setup.bad-version");
        }
        if (!version.canConvertToInt() || version.intValue() > VERSION) {
            throw new Problem("setup.newer", file.toString(), brief(version.asText()), VERSION);
        }
    }

    private static String brief(String digits) {
        return digits.length() <= MOST_DIGITS ? digits : digits.substring(0, MOST_DIGITS) + "…";
    }
}
