package distillery.lab.lessons;

import distillery.data.Inside;
import distillery.lesson.LessonReader;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Size and time of every file that lessons may be made of, and every folder there is: two snapshots differ where
 * something changed. Links are followed as in reading lessons: not out of the folder.
 */
final class FolderSnapshot extends SimpleFileVisitor<Path> {
    /** The folder, its lessons, their files, and those in a folder for pictures. */
    private static final int DEPTH = 3;

    private final Map<Path, String> stamps = new TreeMap<>();

    private final Path chosen;

    private FolderSnapshot(Path chosen) {
        this.chosen = chosen;
    }

    static Map<Path, String> of(Path folder) {
        FolderSnapshot visitor = new FolderSnapshot(folder);
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, visitor);
        } catch (IOException gone) {
            visitor.stamps.put(folder, "gone");
        }
        return visitor.stamps;
    }

    /** Empty folders are recorded, too. */
    @Override
    public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
        stamps.put(inside, "folder");
        return Inside.leadsOut(chosen, inside) ? FileVisitResult.SKIP_SUBTREE : unlessMany();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            stamps.put(file, attributes.size() + " " + attributes.lastModifiedTime());
        }
        return unlessMany();
    }

    private FileVisitResult unlessMany() {
        return stamps.size() < LessonReader.MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** Leaves out what may not be read or vanishes meanwhile, and links that lead back up. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        stamps.put(file, "unreadable");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException halfRead) {
        return FileVisitResult.CONTINUE;
    }
}
