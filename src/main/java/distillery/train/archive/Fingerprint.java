package distillery.train.archive;

import distillery.net.Weights;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells weights apart by a few signs. */
final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** The first 16 hexadecimal digits of SHA-256 over all weights as big-endian 32-bit numbers. */
    static String of(Weights weights) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * weights.values().length);
        bytes.asFloatBuffer().put(weights.values());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
