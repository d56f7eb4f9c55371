package distillery.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in one of the encodings JSON may have (RFC 4627, section 3): UTF-8, UTF-16 or UTF-32, with a mark or without. */
final class UnicodeText {
    private static final String MARK = "\uFEFF";

    private UnicodeText() {}

    /** The text, without its byte order mark; {@code name} is for the complaint about one that is damaged. */
    static String of(byte[] bytes, String name) throws Problem {
        Charset encoding = encoding(bytes);
        try {
            String text = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException damaged) {
            throw new Problem(damaged, "json.encoding", name, encoding.name());
        }
    }

    /** Such a text begins with a mark or with two ASCII characters, whose zero bytes tell width and order. */
    private static Charset encoding(byte[] bytes) {
        if (bytes.length < 4) {
            return StandardCharsets.UTF_8;
        }
        int begin = ByteBuffer.wrap(bytes).getInt();
        int first = begin >>> 16;
        if (begin == 0x0000_FEFF || first == 0) {
            return Charset.forName("UTF-32BE");
        }
        if (begin == 0xFFFE_0000 || (begin & 0x00FF_FFFF) == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (first == 0xFEFF || (first & 0xFF00) == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFFFE || (first & 0x00FF) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
