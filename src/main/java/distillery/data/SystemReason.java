package distillery.data;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Why the system cannot read or write a file, in plain words of both languages: a {@link Problem} that is half a
 * sentence, to stand in another one. It names no file and no class of Java.
 */
public final class SystemReason {
    /** By what Linux, macOS and Windows say. The first that fits counts. */
    private static final Map<Problem, List<String>> WORDS = new LinkedHashMap<>();

    /** By the exception, where its words do not tell. The first that fits counts. */
    private static final Map<Class<? extends Throwable>, Problem> TYPES = new LinkedHashMap<>();

    /** A name of Java's in place of words. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?s).*\\b\\w+(Exception|Error)\\b.*");

    static {
        Problem gone = new Problem("reason.gone");
        Problem denied = new Problem("reason.denied");
        Problem part = new Problem("reason.part");
        Problem loop = new Problem("reason.loop");
        Problem name = new Problem("reason.name");
        Problem network = new Problem("reason.network");
        Problem interrupted = new Problem("reason.interrupted");
        WORDS.put(
                new Problem("reason.full"),
                List.of("no space left", "not enough space", "disk full", "disk is full", "设备上没有空间", "磁盘空间不足"));
        WORDS.put(new Problem("reason.quota"), List.of("quota"));
        WORDS.put(
                new Problem("reason.read-only"),
                List.of("read-only file system", "write-protected", "write protected", "只读文件系统"));
        WORDS.put(
                new Problem("reason.long"),
                List.of("name too long", "filename or extension is too long", "path too long", "文件名过长"));
        WORDS.put(new Problem("reason.folder"), List.of("is a directory", "是一个目录"));
        WORDS.put(part, List.of("not a directory", "不是目录"));
        WORDS.put(loop, List.of("levels of symbolic links"));
        WORDS.put(
                new Problem("reason.device"),
                List.of("input/output error", "i/o error", "i/o device error", "cyclic redundancy"));
        WORDS.put(
                network,
                List.of("network", "host is down", "no route to host", "stale file handle", "stale nfs", "endpoint"));
        WORDS.put(new Problem("reason.busy"), List.of("resource busy", "file busy", "used by another process"));
        WORDS.put(new Problem("reason.large"), List.of("file too large"));
        WORDS.put(new Problem("reason.open"), List.of("too many open files"));
        WORDS.put(denied, List.of("permission denied", "operation not permitted", "access is denied"));
        WORDS.put(gone, List.of("no such file", "cannot find the"));
        WORDS.put(
                name,
                List.of(
                        "multibyte",
                        "unmappable characters",
                        "nul character",
                        "illegal char",
                        "label syntax",
                        "invalid argument"));
        TYPES.put(NoSuchFileException.class, gone);
        TYPES.put(FileNotFoundException.class, gone);
        TYPES.put(AccessDeniedException.class, denied);
        TYPES.put(FileAlreadyExistsException.class, new Problem("reason.exists"));
        TYPES.put(NotDirectoryException.class, part);
        TYPES.put(DirectoryNotEmptyException.class, new Problem("reason.not-empty"));
        TYPES.put(FileSystemLoopException.class, loop);
        TYPES.put(AtomicMoveNotSupportedException.class, new Problem("reason.move"));
        TYPES.put(EOFException.class, new Problem("reason.short"));
        TYPES.put(ZipException.class, new Problem("reason.packed"));
        TYPES.put(CharacterCodingException.class, new Problem("reason.encoding"));
        TYPES.put(ClosedChannelException.class, interrupted);
        TYPES.put(InterruptedIOException.class, interrupted);
        TYPES.put(SocketException.class, network);
        TYPES.put(UnknownHostException.class, network);
        TYPES.put(InvalidPathException.class, name);
        TYPES.put(OutOfMemoryError.class, new Problem("reason.memory"));
    }

    private SystemReason() {}

    /** The reason; a problem that caused it as it is, and what is unknown in the system's words. */
    public static Problem of(Throwable refusal) {
        if (refusal instanceof Problem problem) {
            return problem;
        }
        Throwable cause = refusal.getCause();
        String words = words(refusal);
        if (cause != null && (words.isEmpty() || cause.toString().equals(refusal.getMessage()))) {
            return of(cause); // only a wrapper
        }
        String small = words.toLowerCase(Locale.ROOT);
        for (Map.Entry<Problem, List<String>> known : WORDS.entrySet()) {
            if (known.getValue().stream().anyMatch(small::contains)) {
                return known.getKey();
            }
        }
        for (Map.Entry<Class<? extends Throwable>, Problem> known : TYPES.entrySet()) {
            if (known.getKey().isInstance(refusal)) {
                return known.getValue();
            }
        }
        return words.isEmpty() || CLASS_NAME.matcher(words).matches()
                ? new Problem("reason.none")
                : new Problem("reason.system", words);
    }

    /** Without the file's name, which might hold any word; empty for none. */
    private static String words(Throwable refusal) {
        String words = refusal instanceof FileSystemException failure ? failure.getReason() : refusal.getMessage();
        if (words == null) {
            return "";
        }
        if (refusal instanceof InvalidPathException invalid) {
            return String.valueOf(invalid.getReason());
        }
        if (refusal instanceof FileNotFoundException) { // "/some/file (Permission denied)"
            return words.substring(words.lastIndexOf('(') + 1);
        }
        return words.strip().replaceFirst("\\.$", "");
    }
}
