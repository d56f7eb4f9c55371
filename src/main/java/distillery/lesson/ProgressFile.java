package distillery.lesson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.data.SpoiledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A learner's progress as one JSON file: {@code {"distillery": "progress", "version": 1, "lessons": {…}}}. */
public final class ProgressFile {
    private static final String KIND = "progress";
    private static final int VERSION = 1;
    private static final long LARGEST_FILE = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Content(String distillery, int version, Map<String, Progress.Standing> lessons) {}

    private ProgressFile() {}

    public static void write(Path file, Progress progress) throws Problem {
        Content content = new Content(KIND, VERSION, progress.lessons());
        AtomicFile.write(
                file, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content)));
    }

    /**
     * Reads it back; a fresh learner's where there is no file. One that makes no sense, or that a newer version of the
     * program wrote, is put aside under a name of its own, so that nothing ever replaces it.
     */
    public static Progress read(Path file) {
        if (!Files.exists(file)) {
            return Progress.NONE;
        }
        try {
            if (Files.size(file) <= LARGEST_FILE) {
                Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
                if (content != null && content.distillery().equals(KIND) && content.version() == VERSION) {
                    return new Progress(content.lessons());
                }
            }
        } catch (IOException | NullPointerException unreadable) {
            // Put aside below, like one of another version.
        }
        SpoiledFile.putAside(file);
        return Progress.NONE;
    }
}
