package distillery.train.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.data.AtomicFile;
import distillery.data.JsonFile;
import distillery.data.JsonSpan;
import distillery.data.PlainFile;
import distillery.data.Problem;
import distillery.data.SystemReason;
import distillery.train.SettingsVersions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as one JSON file: {@code {"distillery": "run", "version": 1, …, "curves": […]}}, curves last. Reading refuses
 * whatever it does not understand and says where.
 */
public final class RunFile {
    /** How its name ends; {@code run.json} alone is one, too. */
    public static final String ENDING = "run.json";

    public static final int VERSION = 1;

    /** More than any run needs that this program makes. */
    private static final int LARGEST_MEGABYTES = 64;

    private static final int MOST_DIGITS = 30;
    private static final String KIND_KEY = "distillery";
    private static final String KIND = "run";
    private static final String VERSION_KEY = "version";
    /** Of a record of which each part may be, but not together. */
    static final String DAMAGED = "record.damaged";

    private static final JsonPointer CURVES = JsonPointer.compile("/curves");
    private static final JsonMapper JSON = new JsonMapper();

    private RunFile() {}

    /** Whether a file of this name could hold a run. */
    public static boolean isNamed(String name) {
        return name.equals(ENDING) || name.endsWith("." + ENDING);
    }

    /** Writes it whole or not at all, in place of what was there. */
    public static void write(Path file, RunRecord run) throws Problem {
        AtomicFile.write(file, content(run));
    }

    /** What stands in the file. */
    public static AtomicFile.Content content(RunRecord run) {
        ObjectNode root = JSON.createObjectNode();
        root.put(KIND_KEY, KIND).put(VERSION_KEY, VERSION);
        root.setAll((ObjectNode) JSON.valueToTree(RunForm.of(run.header())));
        root.set("curves", CurveJson.write(run.curves()));
        return out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    /** Reads all of it. */
    public static RunRecord read(Path file) throws Problem {
        JsonFile json = JsonFile.read(file, LARGEST_MEGABYTES);
        checkKind(file, json);
        List<SeedCurves> curves = CurveJson.read(json, CURVES);
        ((ObjectNode) json.root()).putArray("curves"); // a null in a curve is no number, elsewhere it is a mistake
        RunHeader header = header(file, json);
        if (!curves.stream()
                .map(SeedCurves::seed)
                .toList()
                .equals(header.seeds().stream().map(SeedRecord::seed).toList())) {
            throw new Problem("record.curves", file.toString());
        }
        return new RunRecord(header, curves);
    }

    /** Reads all but the curves, which are only looked at for whether they are whole: many files are read so in a moment. */
    public static RunHeader header(Path file) throws Problem {
        JsonFile json = withoutCurves(file);
        checkKind(file, json);
        if (!json.root().path("curves").isArray() && json.root().has("curves")) {
            throw json.at(CURVES, "json.wrong-type", "curves");
        }
        return header(file, json);
    }

    private static RunHeader header(Path file, JsonFile json) throws Problem {
        JsonNode version = json.root().path("settingsVersion");
        if (!version.canConvertToInt() || version.intValue() > SettingsVersions.VERSION) {
            throw new Problem("record.newer", file.toString(), brief(version.asText()), SettingsVersions.VERSION);
        }
        SettingsVersions.upgrade(json.root().path("settings"), version.intValue());
        RunForm.Whole whole = json.bind(JsonPointer.empty(), RunForm.Whole.class);
        try {
            return whole.header();
        } catch (IllegalArgumentException impossible) {
            throw new Problem(impossible, DAMAGED, file.toString());
        }
    }

    private static void checkKind(Path file, JsonFile json) throws Problem {
        JsonNode root = json.root();
        if (!root.path(KIND_KEY).asText().equals(KIND)) {
            throw new Problem("record.foreign", file.toString());
        }
        JsonNode version = root.path(VERSION_KEY);
        if (!version.isIntegralNumber() || version.bigIntegerValue().signum() <= 0) {
            throw new Problem("record.no-version", file.toString(), VERSION);
        }
        if (!version.canConvertToInt() || version.intValue() > VERSION) {
            throw new Problem("record.newer", file.toString(), brief(version.asText()), VERSION);
        }
    }

    private static String brief(String digits) {
        return digits.length() <= MOST_DIGITS ? digits : digits.substring(0, MOST_DIGITS) + "…";
    }

    /** The file with an empty list in place of its curves. */
    private static JsonFile withoutCurves(Path file) throws Problem {
        if (Files.exists(file) && !PlainFile.is(file)) {
            throw new Problem("file.notFile", file.toString());
        }
        try {
            if (Files.size(file) > (long) LARGEST_MEGABYTES << 20) {
                throw new Problem("json.too-large", file.toString(), LARGEST_MEGABYTES);
            }
            byte[] bytes = Files.readAllBytes(file);
            return withoutCurves(file, bytes);
        } catch (IOException refused) {
            throw new Problem(refused, "file.unreadable", file.toString(), SystemReason.of(refused));
        }
    }

    /** Most are cut short before they are read. One that cannot be is read whole, which says where it is broken if it is. */
    private static JsonFile withoutCurves(Path file, byte[] bytes) throws Problem {
        String text;
        try {
            text = withoutCurves(bytes);
        } catch (IOException otherwise) {
            JsonFile whole = JsonFile.read(file, LARGEST_MEGABYTES);
            if (whole.root() instanceof ObjectNode root && root.path("curves").isArray()) {
                root.putArray("curves");
            }
            return whole;
        }
        return JsonFile.of(file.toString(), text);
    }

    private static String withoutCurves(byte[] bytes) throws IOException {
        if (bytes.length > 0 && bytes[0] != '{') {
            throw new IOException("other signs before it, or another code");
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean curves = token == JsonToken.FIELD_NAME
                        && parser.getParsingContext().getParent().inRoot()
                        && parser.currentName().equals("curves");
                if (curves) {
                    parser.nextToken();
                    return without(bytes, (int) parser.currentTokenLocation().getByteOffset());
                }
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String without(byte[] bytes, int start) throws IOException {
        int end = start < 0 || bytes[start] != '[' ? JsonSpan.BROKEN : JsonSpan.end(bytes, start);
        if (end == JsonSpan.BROKEN) {
            throw new IOException("curves are not closed");
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(bytes, 0, start);
        head.writeBytes("[]".getBytes(StandardCharsets.US_ASCII));
        head.write(bytes, end, bytes.length - end);
        return head.toString(StandardCharsets.UTF_8);
    }
}
