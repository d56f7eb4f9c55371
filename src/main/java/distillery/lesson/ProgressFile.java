package distillery.lesson;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.AtomicFile;
import distillery.data.JsonFile;
import distillery.data.Problem;
import distillery.data.QuarantinedFile;
import distillery.data.Required;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A learner's progress as one JSON file: {@code {"distillery": "progress", "version": 1, "lessons": {…}}}. */
public final class ProgressFile {
    private static final String KIND = "progress";
    private static final int VERSION = 1;
    private static final int LARGEST_MEGABYTES = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private record Content(String distillery, int version, Map<String, Progress.Standing> lessons) {
        private Content {
            Required.nonNull(distillery, "distillery");
            Required.nonNull(lessons, "lessons");
        }
    }

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
        return QuarantinedFile.read(file, () -> Progress.NONE, ProgressFile::parse, told);
    }

    /** Reads it back, or says what is wrong with it. */
    static Progress parse(Path file) throws Problem {
        JsonFile json = JsonFile.read(file, LARGEST_MEGABYTES);
        Content content = json.bind(JsonPointer.empty(), Content.class);
        if (!content.distillery().equals(KIND) || content.version() != VERSION) {
            throw json.at(JsonPointer.empty(), "json.wrong-type", content.distillery());
        }
        return new Progress(content.lessons());
    }
}
