package distillery.lesson;

import distillery.data.Inside;
import distillery.data.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the files of one lesson are: a folder, or the program itself. */
interface LessonSource {
    /** The folder's own name. */
    String name();

    /** A file's name for sentences. */
    String path(String file);

    boolean has(String file);

    /** Whether the file is one, and still inside once links are followed. */
    boolean holds(String file) throws IOException;

    /** Whether a link leads from it out of the folder. */
    boolean leadsOut(String file);

    InputStream open(String file) throws IOException;

    URI uri(String file);

    /** A folder of a user. */
    record Folder(Path path) implements LessonSource {
        @Override
        public String name() {
            Path last = path.toAbsolutePath().normalize().getFileName();
            return last == null ? path.toString() : last.toString();
        }

        @Override
        public String path(String file) {
            return path.resolve(file).toString();
        }

        @Override
        public boolean has(String file) {
            try {
                return Files.exists(path.resolve(file));
            } catch (InvalidPathException noName) {
                return false;
            }
        }

        @Override
        public boolean holds(String file) throws IOException {
            return PlainFile.is(path.resolve(file).toRealPath()) && !leadsOut(file);
        }

        @Override
        public boolean leadsOut(String file) {
            return Inside.leadsOut(path, path.resolve(file));
        }

        @Override
        public InputStream open(String file) throws IOException {
            return Files.newInputStream(path.resolve(file));
        }

        @Override
        public URI uri(String file) {
            return path.resolve(file).toUri();
        }
    }

    /** A folder among the program's own lessons. */
    record Included(String name) implements LessonSource {
        @Override
        public String path(String file) {
            return "lessons/" + name + "/" + file;
        }

        @Override
        public boolean has(String file) {
            return url(file) != null;
        }

        @Override
        public boolean holds(String file) {
            return has(file);
        }

        @Override
        public boolean leadsOut(String file) {
            return false;
        }

        @Override
        public InputStream open(String file) throws IOException {
            URL url = url(file);
            if (url == null) {
                throw new IOException(path(file));
            }
            return url.openStream();
        }

        @Override
        public URI uri(String file) {
            URL url = url(file);
            try {
                return url == null ? URI.create("") : url.toURI();
            } catch (URISyntaxException never) {
                throw new IllegalStateException(path(file), never);
            }
        }

        private @Nullable URL url(String file) {
            return LessonSource.class.getResource("/" + path(file));
        }
    }
}
