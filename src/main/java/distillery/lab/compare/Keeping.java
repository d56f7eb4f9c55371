package distillery.lab.compare;

import distillery.data.FolderClaim;
import java.nio.file.Path;

/** How something is kept in the program's own folder: off the window's thread, and only if the folder is this window's. */
@FunctionalInterface
public interface Keeping {
    /** Writes later; a failure is told by whoever keeps. */
    void keep(Path file, FolderClaim.Writing writing);
}
