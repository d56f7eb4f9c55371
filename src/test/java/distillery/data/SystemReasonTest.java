package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemReasonTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "No space left on device, full",
        "There is not enough space on the disk, full",
        "Disk quota exceeded, quota",
        "Read-only file system, read-only",
        "The media is write protected, read-only",
        "File name too long, long",
        "Is a directory, folder",
        "Not a directory, part",
        "Too many levels of symbolic links, loop",
        "Input/output error, device",
        "Stale file handle, network",
        "The network path was not found, network",
        "Device or resource busy, busy",
        "The process cannot access the file because it is being used by another process, busy",
        "File too large, large",
        "Too many open files, open",
        "Operation not permitted, denied",
        "Invalid argument, name"
    })
    void theSystemsWordsBecomePlainOnes(String words, String reason) {
        assertEquals("reason." + reason, key(new FileSystemException("a", null, words)));
        assertEquals("reason." + reason, key(new IOException(words)));
        assertEquals("reason." + reason, key(new FileNotFoundException("/some where (" + words + ")")));
    }

    @Test
    void aNameOfAFileIsNoReason() {
        assertEquals("reason.denied", key(new FileNotFoundException("/is a directory/x (Permission denied)")));
        assertEquals("reason.none", key(new FileSystemException("/no space left/x")));
    }

    @Test
    void noClassOfJavaIsNamed() {
        List<Throwable> refusals = List.of(
                new EOFException(),
                new IOException(),
                new IOException(new EOFException()),
                new IOException("java.lang.IllegalStateException: odd"),
                new UncheckedIOException(new MalformedInputException(1)),
                new FileSystemException("a"),
                new NoSuchFileException("a"),
                new AccessDeniedException("a"),
                new FileAlreadyExistsException("a"),
                new NotDirectoryException("a"),
                new DirectoryNotEmptyException("a"),
                new FileNotFoundException(),
                new ZipException("invalid stored block lengths"),
                new InvalidPathException("a\0", "Nul character not allowed"),
                new OutOfMemoryError("Java heap space"),
                new NullPointerException());
        for (Throwable refusal : refusals) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                String words = SystemReason.of(refusal).in(language);
                assertFalse(words.matches("(?s).*(Exception|Error|java\\.|null).*"), refusal + ": " + words);
                assertFalse(words.isBlank());
            }
        }
    }

    @Test
    void whatLiesBelowAWrapperSpeaks() {
        assertEquals("reason.short", key(new UncheckedIOException(new IOException(new EOFException()))));
        assertEquals("reason.full", key(new IOException(new IOException("No space left on device"))));
        assertEquals("file.missing", key(new IOException(new Problem("file.missing", "x"))));
    }

    @Test
    void whatIsUnknownIsSaidAsTheSystemSaysIt() {
        Problem odd = SystemReason.of(new IOException("the drawer is stuck."));
        assertEquals("the system says \"the drawer is stuck\"", odd.getMessage());
    }

    @Test
    void thisVerySystemIsUnderstood() {
        Path endless = folder.resolve("x".repeat(300));
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(endless, out -> out.write(1)));
        assertEquals("reason.long", ((Problem) problem.arguments().get(1)).key());
    }

    private static String key(Throwable refusal) {
        return SystemReason.of(refusal).key();
    }
}
