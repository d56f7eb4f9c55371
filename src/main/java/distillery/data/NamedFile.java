package distillery.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A file to read, with the name to use in sentences about it. */
record NamedFile(String name, Opener opener) {

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException, Problem;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(InputStream in) throws IOException, Problem;
    }

    static NamedFile file(Path path) {
        String name = path.toString();
        return new NamedFile(name, () -> {
            // A device could be read for ever, a folder not at all.
            if (Files.exists(path) && !PlainFile.is(path)) {
                throw new Problem("file.notFile", name);
            }
            return Files.newInputStream(path);
        });
    }

    /** A file that is part of the program, by its path from the root of the class path. */
    static NamedFile builtIn(String path) {
        return new NamedFile(path, () -> {
            InputStream in = NamedFile.class.getResourceAsStream("/" + path);
            if (in == null) {
                throw new Problem("file.builtIn", path);
            }
            return in;
        });
    }

    /** Opens the file, reads and closes it; whatever the system says against it becomes a sentence. */
    <T> T read(Reading<T> reading) throws Problem {
        try (InputStream in = new BufferedInputStream(opener.open(), 1 << 16)) {
            return reading.from(in);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new Problem(e, "file.missing", name);
        } catch (AccessDeniedException e) {
            throw new Problem(e, "file.denied", name);
        } catch (ZipException | EOFException e) {
            throw new Problem(e, "file.damaged", name, SystemReason.of(e));
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", name, SystemReason.of(e));
        }
    }
}
