package distillery.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds the pictures of a lesson, and only those that are whole and lie in its own folder. */
final class Pictures {
    private static final int LARGEST_FILE = 4 << 20;
    private static final long MOST_PIXELS = 16_000_000;
    private static final Pattern REMOTE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+:|//).*");
    private static final Pattern OUTSIDE = Pattern.compile("^(/|[A-Za-z]:).*|(^|.*/)\\.\\.(/.*|$)|.*\\\\.*");

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_END = 0x49454E44;
    private static final int SHORT = 0xFFFF;
    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_END = 0xFFD9;

    private final Place place;
    private final Findings findings;

    Pictures(Place place, Findings findings) {
        this.place = place;
        this.findings = findings;
    }

    /** The picture that a line of the lesson names; empty, with a finding, if it may not be shown. */
    Optional<Prose.Picture> find(String name, String alt, int line) {
        CRC32 content = new CRC32();
        String fault = fault(name, content);
        if (fault.isEmpty()) {
            return Optional.of(new Prose.Picture(alt, place.uri(name), content.getValue()));
        }
        findings.add(fault, line, name);
        return Optional.empty();
    }

    /** The key of what is wrong with it; empty for nothing. */
    private String fault(String name, CRC32 content) {
        if (OUTSIDE.matcher(name).matches()) {
            return "lesson.picture-outside";
        }
        if (REMOTE.matcher(name).matches()) {
            return "lesson.picture-remote";
        }
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)")) {
            return "lesson.picture-kind";
        }
        if (!place.has(name)) {
            return "lesson.picture-missing";
        }
        try {
            if (!place.holds(name)) {
                return "lesson.picture-outside";
            }
            return read(name, content);
        } catch (IOException unreadable) {
            return "lesson.picture-broken";
        }
    }

    private String read(String name, CRC32 content) throws IOException {
        try (InputStream in = place.open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                return "lesson.picture-large";
            }
            content.update(bytes);
            if (!isWhole(ByteBuffer.wrap(bytes))) {
                return "lesson.picture-broken";
            }
            return pixels(bytes) > MOST_PIXELS ? "lesson.picture-pixels" : "";
        }
    }

    /** As its head says: a small file can hold a picture that no memory can. */
    private static long pixels(byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture of a known kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } catch (RuntimeException broken) {
                throw new IOException(broken);
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isWhole(ByteBuffer bytes) {
        if (bytes.remaining() < Long.BYTES) {
            return false;
        }
        if (bytes.getLong(0) == PNG) {
            return endsLikePng(bytes.position(Long.BYTES));
        }
        return (bytes.getShort(0) & SHORT) == JPEG_START
                && (bytes.getShort(bytes.limit() - Short.BYTES) & SHORT) == JPEG_END;
    }

    /** Walks the chunks: length, name, content, checksum. */
    private static boolean endsLikePng(ByteBuffer bytes) {
        while (bytes.remaining() >= 3 * Integer.BYTES) {
            int length = bytes.getInt();
            int name = bytes.getInt();
            if (length < 0 || bytes.remaining() - Integer.BYTES < length) {
                return false;
            }
            if (name == PNG_END) {
                return true;
            }
            bytes.position(bytes.position() + length + Integer.BYTES);
        }
        return false;
    }
}
