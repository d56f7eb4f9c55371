package distillery.lab.digits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import distillery.data.Refusal;
import distillery.data.Required;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What is on the pad: a picture that was dropped onto it, if any, and the strokes drawn over it.
 *
 * @param picture {@value #SIDE} × {@value #SIDE} bytes of ink in Base64, row by row, 0 for paper; empty for none
 */
public record PadDrawing(String picture, List<PenStroke> strokes) {
    /** Height and width of a dropped picture: twice what a net sees. */
    public static final int SIDE = 56;

    static final int MOST_STROKES = 200;

    /** An empty pad. */
    public static final PadDrawing EMPTY = new PadDrawing("", List.of());

    private static final double FULL = 255;

    public PadDrawing {
        Required.nonNull(picture, "picture");
        strokes = List.copyOf(Required.nonNull(strokes, "strokes"));
        Refusal.unless(strokes.size() <= MOST_STROKES, "strokes", "refused.count", 0, MOST_STROKES, strokes.size());
        Refusal.unless(picture.isEmpty() || bytes(picture).length == SIDE * SIDE, "picture", "refused.pad-picture");
    }

    /** An unreadable text has no bytes. */
    private static byte[] bytes(String picture) {
        try {
            return Base64.getDecoder().decode(picture);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    /** A pad with a picture on it: {@value #SIDE} × {@value #SIDE} shares of ink, 0 for paper. */
    public static PadDrawing of(float[] ink) {
        byte[] bytes = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            bytes[i] = (byte) Math.round(FULL * Math.max(0, Math.min(1, ink[i])));
        }
        return new PadDrawing(Base64.getEncoder().encodeToString(bytes), List.of());
    }

    /** The picture's ink, 0 to 1; empty if there is none. */
    float[] ink() {
        byte[] bytes = bytes(picture);
        float[] ink = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ink[i] = (float) (Byte.toUnsignedInt(bytes[i]) / FULL);
        }
        return ink;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return picture.isEmpty() && strokes.isEmpty();
    }

    /** Whether there is room for one more. */
    boolean isFull() {
        return strokes.size() == MOST_STROKES;
    }

    PadDrawing with(PenStroke stroke) {
        List<PenStroke> more = new ArrayList<>(strokes);
        more.add(stroke);
        return new PadDrawing(picture, more);
    }
}
