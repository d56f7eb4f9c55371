package distillery.lesson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.data.RegularFile;
import distillery.data.SpoiledFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A learner's progress as one JSON file: {@code {"distillery": "progress", "version": 1, "lessons": {…}}}. */
public final class ProgressFile {
    private static final String KIND = "progress";
    private static final int VERSION = 1;
    private static final int LARGEST_FILE = 1 << 20;

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
     * program wrote, is put aside under a name of its own, so that nothing ever replaces it, and {@code told}.
     */
    public static Progress read(Path file, Consumer<Problem> told) {
        return SpoiledFile.read(file, () -> Progress.NONE, ProgressFile::content, told);
    }

    private static Progress content(Path file) throws IOException, Problem {
        Content content = JSON.readValue(RegularFile.read(file, LARGEST_FILE), Content.class);
        if (content == null || !content.distillery().equals(KIND) || content.version() != VERSION) {
            throw new IOException("not this version's progress");
        }
        return new Progress(content.lessons());
    }
}
