package distillery.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed program leaves in the temporary folder goes with the next start, and nothing else does. */
class TemporaryFolderTest {
    private static final long DEAD = 5;

    @TempDir
    Path shared = Path.of("");

    private Path mine = Path.of("");

    @BeforeEach
    void enter() throws IOException {
        mine = folder("distillery-1-mine00");
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(shared.resolve(name).resolve("inside"));
        Files.createFile(folder.resolve("+JXF1.tmp"));
        return shared.resolve(name);
    }

    private void sweep() {
        TemporaryFolder.sweep(mine, process -> process != DEAD);
    }

    @Test
    void theFolderOfADeadProcessGoesWithAllThatIsInIt() throws IOException {
        Path left = folder("distillery-5-aB3xYz");
        sweep();
        assertFalse(Files.exists(left));
    }

    @Test
    void theFolderOfALivingProcessStays() throws IOException {
        Path other = folder("distillery-6-aB3xYz");
        sweep();
        assertTrue(Files.exists(other.resolve("inside").resolve("+JXF1.tmp")));
        assertTrue(Files.exists(mine));
    }

    /** As one that lives in another container, where its number is not known. */
    @Test
    void aFolderThatIsClaimedStays() throws IOException {
        Path other = folder("distillery-5-aB3xYz");
        try (FolderClaim claim = new FolderClaim(other)) {
            assertTrue(claim.isMine());
            sweep();
        }
        assertTrue(Files.exists(other.resolve("inside").resolve("+JXF1.tmp")));
    }

    @Test
    void whatIsNoSuchFolderStays() throws IOException {
        Path named = folder("distillery-5");
        Path file = Files.createFile(shared.resolve("distillery-5-file00"));
        sweep();
        assertTrue(Files.exists(named));
        assertTrue(Files.exists(file));
    }

    @Test
    void noLinkIsFollowed() throws IOException {
        Path elsewhere = folder("elsewhere");
        Path link = Files.createSymbolicLink(shared.resolve("distillery-5-link00"), elsewhere);
        Path left = folder("distillery-5-aB3xYz");
        Files.createSymbolicLink(left.resolve("link"), elsewhere);
        sweep();
        assertFalse(Files.exists(left));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.exists(elsewhere.resolve("inside").resolve("+JXF1.tmp")));
    }
}
