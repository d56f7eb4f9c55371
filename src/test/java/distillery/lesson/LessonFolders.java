package distillery.lesson;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

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
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
