package distillery.lesson;

import distillery.lesson.PictureFile.Unfit;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Looks at the bytes of a picture before any decoder does. */
final class PictureBytes {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int HEAD = 0x49484452;
    private static final int END = 0x49454E44;

    /** Head, palette, transparency, pixels, end; texts, profiles and further frames are left out, for they may be packed. */
    private static final Set<Integer> NEEDED = Set.of(HEAD, 0x504C5445, 0x74524E53, 0x49444154, END);

    private static final int SHORT = 0xFFFF;
    private static final int BYTE = 0xFF;
    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_END = 0xFFD9;
    private static final int SCAN = 0xDA;
    private static final int MOST_SCANS = 30;

    /** How other kinds of pictures begin. */
    private static final List<String> OTHERS = List.of(
            "GIF8", "BM", "RIFF", "<svg", "<?xml", "II*", "MM\0*", "%PDF", "\0\0\0\u0018ftyp", "\0\0\0\u001cftyp");

    private PictureBytes() {}

    /** What a decoder needs of a whole PNG or JPEG file. */
    static byte[] checked(byte[] bytes) throws Unfit {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1).stripLeading();
        if (OTHERS.stream().anyMatch(beginning::startsWith)) {
            throw new Unfit("lesson.picture-kind");
        }
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (bytes.length >= Long.BYTES && all.getLong(0) == PNG) {
            return png(all);
        }
        boolean jpeg = bytes.length >= Integer.BYTES
                && (all.getShort(0) & SHORT) == JPEG_START
                && (all.getShort(bytes.length - Short.BYTES) & SHORT) == JPEG_END;
        if (!jpeg || scans(bytes) > MOST_SCANS) {
            throw new Unfit("lesson.picture-broken");
        }
        return bytes;
    }

    /** Goes through the chunks: length, name, content, checksum. */
    private static byte[] png(ByteBuffer bytes) throws Unfit {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(kept)) {
            out.writeLong(bytes.getLong());
            while (bytes.remaining() >= 3 * Integer.BYTES) {
                int from = bytes.position();
                int length = bytes.getInt();
                int name = bytes.getInt();
                if (length < 0 || bytes.remaining() - Integer.BYTES < length || isDamaged(bytes, length)) {
                    break;
                }
                bytes.position(bytes.position() + length + Integer.BYTES);
                if (NEEDED.contains(name)) {
                    byte[] part = new byte[bytes.position() - from];
                    bytes.get(from, part);
                    out.write(part);
                }
                if (name == END) {
                    return kept.toByteArray();
                }
            }
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        throw new Unfit("lesson.picture-broken");
    }

    private static boolean isDamaged(ByteBuffer bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes.slice(bytes.position() - Integer.BYTES, Integer.BYTES + length));
        return (int) sum.getValue() != bytes.getInt(bytes.position() + length);
    }

    /** How many colours a JPEG file mixes, as the head of its frame says; 0 if it is none. */
    static int colours(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        int at = Short.BYTES;
        while (at + 10 <= bytes.length && (bytes[at] & BYTE) == BYTE) {
            int marker = bytes[at + 1] & BYTE;
            // C4, C8 and CC are tables; the others begin a frame: marker, length, depth, height, width, colours
            if (marker == 0xC0 || (marker > 0xC0 && marker <= 0xCF && marker % 4 != 0)) {
                return bytes[at + 9] & BYTE;
            }
            at += Short.BYTES + (all.getShort(at + Short.BYTES) & SHORT);
        }
        return 0;
    }

    /** Each goes over the whole picture again: a small file could keep a decoder busy for an hour. */
    private static int scans(byte[] bytes) {
        int scans = 0;
        for (int i = 1; i < bytes.length; i++) {
            scans += (bytes[i - 1] & BYTE) == BYTE && (bytes[i] & BYTE) == SCAN ? 1 : 0;
        }
        return scans;
    }
}
