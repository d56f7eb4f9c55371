package distillery.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Fills a file; need not flush or close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target under a passing name, forces it to the disk, then puts it in the target's place: readers
     * see the old file or the new one, never half of one. Whatever fails, the old file stays and nothing else is left
     * behind. Where the target is a link, the file it points to is replaced.
     *
     * @throws Problem if the folder is missing or read-only, or the disk is full or fails
     */
    public static void write(Path target, Content content) throws Problem {
        try {
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString()); // a move would replace it all the same
            }
            Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
            try {
                fill(beside, content);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (NoSuchFileException e) {
            throw new Problem(e, "write.folder", target.toString());
        } catch (AccessDeniedException e) {
            throw new Problem(e, "write.denied", target.toString());
        } catch (IOException e) {
            throw new Problem(e, "write.failed", target.toString(), Problem.reason(e));
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }
}
