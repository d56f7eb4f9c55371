package distillery.data;

import java.nio.file.Path;

/**
 * The door to files that somebody names or the program remembers: a regular file of sensible size, read whole. A pipe
 * could be waited for and a device read for ever, so neither is opened.
 */
public final class RegularFile {
    private RegularFile() {}

    /**
     * The whole content.
     *
     * @param limit the most bytes that such a file can have
     * @throws Problem if it is missing, a folder, a device or a pipe, larger than that, or not to be read
     */
    public static byte[] read(Path file, int limit) throws Problem {
        return Source.file(file).read(in -> {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new Problem("file.large", file.toString(), limit >> 10);
            }
            return content;
        });
    }
}
