package distillery.lesson;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes lessons to read. */
final class LessonFolders {
    /** Five lines between fences: whatever follows begins in line 7. */
    static final String FRONT = """
            ---
            id: heat
            title: Heat
            minutes: 10
            goal: What does heat do?
            ---
            """;

    /** The step begins in line 7, its text stands in line 8. */
    static final String GOOD = FRONT + """
            ## Warm up
            Turn it up.
            """;

    private LessonFolders() {}

    static LessonFiles read(Path folder, String file, String text) throws IOException {
        return read(folder, file, text.getBytes(StandardCharsets.UTF_8));
    }

    static LessonFiles read(Path folder, String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), content);
        return LessonReader.read(folder).get(0);
    }

    /** The smallest whole PNG: one grey pixel; its checksums are nobody's business here. */
    static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        out.writeInt(13);
        out.writeBytes("IHDR");
        out.write(new byte[13]);
        out.writeInt(0);
        out.writeInt(0);
        out.writeBytes("IEND");
        out.writeInt(0);
        return bytes.toByteArray();
    }
}
