package distillery.data;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the program itself lies. */
public final class ProgramFolder {
    private ProgramFolder() {}

    /** The folder that its jar lies in; empty if it was not started from one. */
    public static Optional<Path> find() {
        CodeSource source = ProgramFolder.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.ofNullable(jar.getParent()) : Optional.empty();
        } catch (URISyntaxException | FileSystemNotFoundException | IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }
}
