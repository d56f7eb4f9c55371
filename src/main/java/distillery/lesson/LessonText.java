package distillery.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file as text, and reports whatever is none. */
final class LessonText {
    private static final int LARGEST_FILE = 256 << 10;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    /** Of these two Unicode says that they are no characters. */
    private static final char FIRST_OF_NONE = '\uFFFE';

    private static final String MARK = "\uFEFF";

    private LessonText() {}

    /** The text, without a byte order mark; empty, with a finding, if there is none. */
    static Optional<String> read(LessonSource place, String file, Diagnostics findings) {
        try {
            if (!place.holds(file)) {
                findings.add(place.leadsOut(file) ? "lesson.link-out" : "lesson.not-file", 1);
                return Optional.empty();
            }
            try (InputStream in = place.open(file)) {
                byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
                if (bytes.length > LARGEST_FILE) {
                    findings.add("lesson.large", 1);
                    return Optional.empty();
                }
                return decode(bytes, findings);
            }
        } catch (IOException unreadable) {
            findings.add("lesson.unreadable", 1);
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Diagnostics findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((Character.isISOControl(letter) && "\t\n\r".indexOf(letter) < 0) || letter >= FIRST_OF_NONE) {
                findings.add("lesson.control", lines(text.substring(0, i)), String.valueOf((int) letter));
                return Optional.empty();
            }
        }
        if (result.isError()) {
            findings.add("lesson.encoding", lines(text));
            return Optional.empty();
        }
        return Optional.of(text.startsWith(MARK) ? text.substring(1) : text);
    }

    /** The number of the line in which a text ends. */
    private static int lines(String text) {
        return 1 + (int) LINE_END.matcher(text).results().count();
    }
}
